/* audit_table.c: see audit_table.h. */

#include "risk/audit_table.h"

#include "base/identity.h"
#include "base/memory.h"
#include "file/remark.h"

#include <stdio.h>
#include <stdlib.h>

enum { COLUMNS_MOST = 16 };

/* The columns of a list, by their numbers; NULL: none. */
struct columns {
    size_t count;
    int at[COLUMNS_MOST];
};

static bool find_columns(const struct hz_sheet *in, const char *list, struct columns *columns,
                         struct hz_error *err)
{
    columns->count = 0;
    for (const char *at = list; at; at = *at ? at + 1 : NULL) {
        char name[128];
        const size_t length = strcspn(at, ",");
        if (columns->count == COLUMNS_MOST || length >= sizeof name)
            return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE, _("\"%s\" names too many columns"),
                                list);
        memcpy(name, at, length);
        name[length] = '\0';
        if (!hz_sheet_find(in, name, &columns->at[columns->count++], err))
            return false;
        at += length;
    }
    return true;
}

static struct hz_identity identity_of(const struct hz_sheet *in, size_t row,
                                      const struct columns *columns)
{
    struct hz_identity identity = {0};
    for (size_t c = 0; c < columns->count; c++)
        identity = hz_identity_with(identity, hz_sheet_cell(in, row, columns->at[c]));
    return identity;
}

static bool read_fen(const struct hz_sheet *in, size_t row, int column, hz_fen *fen,
                     struct hz_error *err)
{
    return hz_sheet_money(in, row, column, fen, err);
}

/* ---- Drawing */

/* Rows of the same stratum. */
struct stratum {
    struct hz_identity identity; /* of struct hz_index */
    size_t rows, size;           /* how many, and how many are drawn */
    size_t first, filled;        /* where its rows stand among those of all */
};

struct sample {
    const struct hz_sheet *in, *meant; /* as it stands, and as its words mean */
    struct columns by;
    struct hz_index strata;
    uint32_t *stratum; /* of each row */
    hz_fen interval;   /* 0: rows were drawn */
};

static void find_strata(struct sample *s)
{
    s->strata = (struct hz_index){.size = sizeof(struct stratum)};
    s->stratum = hz_allocate(s->in->rows + 1, sizeof *s->stratum);
    for (size_t r = 0; r < s->in->rows; r++) {
        struct stratum *found = hz_index_add(&s->strata, identity_of(s->meant, r, &s->by), NULL);
        found->rows++;
        s->stratum[r] = (uint32_t)(((char *)found - s->strata.record) / (ptrdiff_t)sizeof *found);
    }
}

/*
 * In proportion to rows, by the largest remainders, two of each at least and no more than there
 * are.
 */
static void share_out(struct sample *s, size_t size)
{
    size_t given = 0;
    for (uint32_t i = 0; i < s->strata.count; i++) {
        struct stratum *h = hz_index_at(&s->strata, i);
        h->size = (size_t)((hz_sum)size * (hz_sum)h->rows / (hz_sum)s->in->rows);
        h->size = h->size < 2 ? 2 : h->size;
        h->size = h->size > h->rows ? h->rows : h->size;
        given += h->size;
    }
    while (given < size) {
        struct stratum *best = NULL;
        double most = -1;
        for (uint32_t i = 0; i < s->strata.count; i++) {
            struct stratum *h = hz_index_at(&s->strata, i);
            const double lacks =
                (double)size * (double)h->rows / (double)s->in->rows - (double)h->size;
            if (h->size < h->rows && (!best || lacks > most)) {
                best = h;
                most = lacks;
            }
        }
        if (!best)
            return;
        best->size++;
        given++;
    }
}

static bool print_head(const struct hz_sheet *in, const struct hz_audit_order *order,
                       struct hz_table *out, struct hz_error *err)
{
    const bool is_units = order->amount != NULL;
    for (size_t c = 0; c < in->columns; c++)
        if (in->header[c].length >= 7 && memcmp(in->header[c].at, "sample_", 7) == 0)
            return hz_error_set(err, HZ_ERROR_DATA, (struct hz_place){.file = in->file, .line = 1},
                                _("\"%.*s\" is a column of a sample: draw from the records"),
                                HZ_TEXT_ARGS(in->header[c]));
    hz_table_column(out, "sample_row");
    hz_table_column(out, "sample_selection");
    if (is_units) {
        hz_table_column(out, "sample_interval");
    } else {
        hz_table_column(out, "sample_stratum");
        hz_table_column(out, "sample_population");
        hz_table_column(out, "sample_size");
    }
    for (size_t c = 0; c < in->columns; c++)
        hz_table_column(out, hz_arena_string(order->arena, in->header[c]));
    return true;
}

static void print_cells(const struct hz_sheet *in, size_t row, struct hz_table *out)
{
    for (size_t c = 0; c < in->columns; c++)
        hz_table_text(out, hz_sheet_cell(in, row, (int)c));
    hz_table_end_row(out);
}

static void print_stratum(const struct sample *s, size_t row, struct hz_table *out)
{
    const struct stratum *h = hz_index_at(&s->strata, s->stratum[row]);
    struct hz_buffer name = {0};
    for (size_t c = 0; c < s->by.count; c++) {
        if (c > 0)
            hz_buffer_char(&name, '/');
        hz_buffer_text(&name, hz_sheet_cell(s->meant, row, s->by.at[c]));
    }
    hz_table_integer(out, (int64_t)s->in->line[row]);
    hz_table_string(out, h->size == h->rows ? "certain" : "drawn");
    hz_table_text(out, (struct hz_text){name.at, name.length});
    hz_table_integer(out, (int64_t)h->rows);
    hz_table_integer(out, (int64_t)h->size);
    hz_buffer_free(&name);
}

/* All strata's rows in the order of the file. */
static bool draw_rows(struct sample *s, const struct hz_audit_order *order, struct hz_table *out,
                      struct hz_error *err)
{
    const size_t rows = s->in->rows;
    bool *is_drawn = hz_allocate(rows + 1, sizeof *is_drawn);
    size_t *row = hz_allocate(rows + 1, sizeof *row), from = 0;
    find_strata(s);
    share_out(s, (size_t)order->size);
    for (uint32_t i = 0; i < s->strata.count; i++) {
        struct stratum *h = hz_index_at(&s->strata, i);
        h->first = from;
        h->filled = 0;
        from += h->rows;
    }
    for (size_t r = 0; r < rows; r++) {
        struct stratum *h = hz_index_at(&s->strata, s->stratum[r]);
        row[h->first + h->filled++] = r;
    }
    for (uint32_t i = 0; i < s->strata.count; i++) {
        const struct stratum *h = hz_index_at(&s->strata, i);
        hz_audit_draw(order->seed, row + h->first, h->rows, h->size);
        for (size_t k = 0; k < h->size; k++)
            is_drawn[row[h->first + k]] = true;
    }
    const bool done = print_head(s->in, order, out, err);
    for (size_t r = 0; done && r < rows; r++) {
        if (!is_drawn[r])
            continue;
        print_stratum(s, r, out);
        print_cells(s->in, r, out);
    }
    hz_index_free(&s->strata);
    free(s->stratum);
    free(is_drawn);
    free(row);
    return done;
}

/* The amounts of a column; an empty cell is 0. What is never drawn is told. */
static bool read_amounts(const struct hz_sheet *in, int column, hz_fen amount[], hz_sum *sum,
                         struct hz_error *err)
{
    char text[HZ_SUM_TEXT];
    size_t others = 0;
    hz_sum of_others = 0;
    *sum = 0;
    for (size_t r = 0; r < in->rows; r++) {
        amount[r] = 0;
        if (hz_sheet_cell(in, r, column).length > 0 && !read_fen(in, r, column, &amount[r], err))
            return false;
        *sum += amount[r] > 0 ? amount[r] : 0;
        others += amount[r] <= 0;
        of_others += amount[r] < 0 ? amount[r] : 0;
    }
    hz_money_format(of_others, text);
    if (others > 0)
        hz_remark((struct hz_place){.file = in->file},
                  _("%zu items of 0 or less, %s together, are never drawn by yuan: look at them "
                    "apart"),
                  others, text);
    return true;
}

static bool draw_units(const struct hz_sheet *in, const struct hz_audit_order *order,
                       struct hz_table *out, struct hz_error *err)
{
    struct hz_arena *arena = order->arena;
    hz_fen *amount = hz_arena_allocate(arena, in->rows + 1, sizeof *amount);
    enum hz_audit_pick *pick = hz_arena_allocate(arena, in->rows + 1, sizeof *pick);
    struct hz_audit_units units;
    hz_fen interval = order->interval;
    hz_sum sum = 0;
    int column;
    if (!hz_sheet_find(in, order->amount, &column, err))
        return false;
    if (!read_amounts(in, column, amount, &sum, err))
        return false;
    if (interval == 0)
        interval = (hz_fen)(sum / order->size);
    if (interval <= 0)
        return hz_error_set(err, HZ_ERROR_DATA, (struct hz_place){.file = in->file},
                            _("the amounts above 0 are too little for as many items"));
    hz_audit_units(order->seed, interval, amount, in->rows, &units, pick);
    if (!print_head(in, order, out, err))
        return false;
    for (size_t r = 0; r < in->rows; r++) {
        if (pick[r] == HZ_AUDIT_NOT)
            continue;
        hz_table_integer(out, (int64_t)in->line[r]);
        hz_table_string(out, pick[r] == HZ_AUDIT_CERTAIN ? "certain" : "drawn");
        hz_table_money(out, interval);
        print_cells(in, r, out);
    }
    return true;
}

bool hz_audit_sample_table(const struct hz_sheet *in, const struct hz_audit_order *order,
                           struct hz_table *out, struct hz_error *err)
{
    struct sample s = {.in = in, .meant = order->meant ? order->meant : in};
    if (order->size == 0 && order->interval == 0)
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("how many? --size N, or --interval YUAN with --amount COLUMN"));
    if (order->interval > 0 && !order->amount)
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("--interval goes with --amount COLUMN, whose yuan are drawn"));
    if (order->amount && order->by)
        return hz_error_set(
            err, HZ_ERROR_USAGE, HZ_NOWHERE,
            _("--amount draws larger amounts more often by itself: leave out --by"));
    if (order->amount)
        return draw_units(in, order, out, err);
    if ((size_t)order->size > in->rows)
        return hz_error_set(err, HZ_ERROR_DATA, (struct hz_place){.file = in->file},
                            _("there are %zu rows: expected a --size of that or less"), in->rows);
    return find_columns(in, order->by, &s.by, err) && draw_rows(&s, order, out, err);
}

/* ---- Evaluating */

struct results {
    struct hz_audit_item *item;
    size_t *stratum;
    size_t items;
    hz_fen interval; /* 0: rows were drawn */
};

/* A stratum's items together: by the row in which it was first seen. */
static bool read_items(const struct hz_sheet *in, const struct hz_audit_order *order,
                       struct hz_arena *arena, struct results *r, struct hz_error *err)
{
    const int interval = hz_sheet_column(in, "sample_interval");
    struct hz_index strata = {.size = sizeof(struct stratum)};
    struct columns by = {.count = 1};
    int book, audited, selection, population = -1, size = -1;
    if (!hz_sheet_find(in, "sample_selection", &selection, err) ||
        !hz_sheet_find(in, order->amount, &book, err) ||
        !hz_sheet_find(in, order->audited, &audited, err) ||
        (interval < 0 && (!hz_sheet_find(in, "sample_population", &population, err) ||
                          !hz_sheet_find(in, "sample_size", &size, err) ||
                          !hz_sheet_find(in, "sample_stratum", &by.at[0], err))))
        return false;
    r->item = hz_arena_allocate(arena, in->rows + 1, sizeof *r->item);
    r->stratum = hz_arena_allocate(arena, in->rows + 1, sizeof *r->stratum);
    bool done = true;
    for (size_t i = 0; done && i < in->rows; i++) {
        struct hz_audit_item *item = &r->item[i];
        int64_t rows = 0, drawn = 0;
        const struct hz_text text = hz_sheet_cell(in, i, selection);
        item->is_certain = hz_text_equal(text, hz_text_of("certain"));
        done = read_fen(in, i, book, &item->book, err) &&
               read_fen(in, i, audited, &item->audited, err) &&
               (interval < 0 ? hz_sheet_integer(in, i, population, &rows, err) &&
                                   hz_sheet_integer(in, i, size, &drawn, err)
                             : read_fen(in, i, interval, &r->interval, err));
        item->population = (size_t)rows;
        item->size = (size_t)drawn;
        if (!done || interval >= 0)
            continue;
        struct stratum *h = hz_index_add(&strata, identity_of(in, i, &by), NULL);
        h->rows++;
        r->stratum[i] = (size_t)((char *)h - strata.record) / sizeof *h;
    }
    hz_index_free(&strata);
    r->items = in->rows;
    return done;
}

/* Whether all that was drawn of each stratum is there; the items of a stratum become neighbours. */
static bool gather_strata(const struct hz_sheet *in, struct results *r, struct hz_arena *arena,
                          struct hz_error *err)
{
    struct hz_audit_item *item = hz_arena_allocate(arena, r->items + 1, sizeof *item);
    size_t *stratum = hz_arena_allocate(arena, r->items + 1, sizeof *stratum), kept = 0;
    for (size_t h = 0; kept < r->items; h++) {
        const size_t from = kept;
        for (size_t i = 0; i < r->items; i++)
            if (r->stratum[i] == h) {
                item[kept] = r->item[i];
                stratum[kept++] = h;
            }
        if (kept - from != item[from].size || item[from].population < item[from].size)
            return hz_error_set(err, HZ_ERROR_DATA, (struct hz_place){.file = in->file},
                                _("%zu rows of a stratum are here of %zu that were drawn: a sample "
                                  "is evaluated whole"),
                                kept - from, item[from].size);
    }
    r->item = item;
    r->stratum = stratum;
    return true;
}

static void print_errors(const struct hz_audit_errors *e, const char *which, bool is_units,
                         struct hz_table *out)
{
    const struct {
        const char *name;
        double value;
        int decimals;
        const char *definition;
    } line[] = {{"errors", (double)e->errors, 0, "items whose audited amount is another"},
                {"found", e->found / 100, 2, "of these items, yuan"},
                {"projected", e->projected / 100, 2,
                 is_units ? "taints times the interval, and errors of certain items"
                          : "mean error of each stratum times its rows"},
                {"allowance", e->allowance / 100, 2, "for the risk of sampling"},
                {"upper_limit", e->upper / 100, 2,
                 is_units ? "Stringer (1963), AICPA Audit Sampling: Poisson factors"
                          : "normal, one-sided: Cochran (1977), 5.3"}};
    for (size_t i = 0; i < HZ_COUNT(line); i++) {
        char name[64];
        snprintf(name, sizeof name, "%s%s", which, line[i].name);
        hz_table_item(out, name, line[i].value, line[i].decimals, line[i].definition);
    }
}

static bool evaluate_units(struct results *r, double confidence, struct hz_table *out,
                           struct hz_error *err)
{
    struct hz_audit_errors over, under;
    if (!hz_audit_evaluate_units(r->item, r->items, r->interval, confidence, &over, err))
        return false;
    for (size_t i = 0; i < r->items; i++) { /* understatements, against the book amount too */
        const hz_fen error = r->item[i].audited - r->item[i].book;
        r->item[i].audited = r->item[i].book - error;
    }
    if (!hz_audit_evaluate_units(r->item, r->items, r->interval, confidence, &under, err))
        return false;
    hz_table_item(out, "interval", (double)r->interval / 100, 2, "of the sample, yuan");
    hz_table_item(out, "factor", hz_audit_factor(0, confidence), 2,
                  "of the Poisson distribution, for no error");
    hz_table_item(out, "basic_precision", over.basic / 100, 2,
                  "the upper limit if none were found");
    print_errors(&over, "overstated_", true, out);
    print_errors(&under, "understated_", true, out);
    return true;
}

bool hz_audit_evaluate_table(const struct hz_sheet *in, const struct hz_audit_order *order,
                             struct hz_table *out, struct hz_error *err)
{
    struct results r = {0};
    struct hz_audit_errors errors;
    if (!order->amount || !order->audited)
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("evaluate wants --amount COLUMN, as booked, and --audited COLUMN"));
    if (in->rows == 0)
        return hz_error_set(err, HZ_ERROR_DATA, (struct hz_place){.file = in->file},
                            _("there is no row: expected a sample of hz-audit sample"));
    bool done = read_items(in, order, order->arena, &r, err);
    if (done) {
        hz_table_column(out, "item");
        hz_table_column(out, "value");
        hz_table_column(out, "definition");
        hz_table_item(out, "items", (double)r.items, 0, "rows of the sample");
        hz_table_item(out, "confidence", order->confidence, 4, "that errors are below the limit");
    }
    if (done && r.interval > 0) {
        done = evaluate_units(&r, order->confidence, out, err);
    } else if (done) {
        done =
            gather_strata(in, &r, order->arena, err) &&
            hz_audit_evaluate_strata(r.item, r.stratum, r.items, order->confidence, &errors, err);
        if (done)
            print_errors(&errors, "", false, out);
    }
    return done;
}
