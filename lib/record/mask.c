/* mask.c: see mask.h. */

#include "record/mask.h"

#include "base/memory.h"
#include "file/columns.h"
#include "file/header.h"
#include "file/scan.h"
#include "stream/reader.h"

#include <stdio.h>
#include <stdlib.h>

enum { KEPT_BYTES = 16 }; /* of the 32 */
enum { CARD = 18 };       /* signs of an identity card's number */

const char *const hz_mask_form_names[] = {"hex", "base32", NULL};

const struct hz_mask_column hz_mask_known[] = {
    {"member", "member"},   {"replaces", "member"}, {"member_id", "member_id"},
    {"id_no", "id_no"},     {"name", "name"},       {"seat_id", "seat_id"},
    {"claim", "claim"},     {"phone", "phone"},     {"bank_account", "bank_account"},
    {"address", "address"}, {NULL, NULL},
};

static bool refuse(const char *name, const char *what, struct hz_error *err)
{
    return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE, "\"%s\" %s", name, what);
}

static bool is_kept(const struct hz_mask *mask, struct hz_text name)
{
    for (size_t k = 0; k < mask->keeps; k++)
        if (hz_header_same(name, hz_text_of(mask->kept[k])))
            return true;
    return false;
}

static int find_column(const struct hz_mask *mask, const char *name)
{
    for (size_t c = 0; c < mask->columns; c++)
        if (hz_header_same(hz_text_of(mask->column[c].name), hz_text_of(name)))
            return (int)c;
    return -1;
}

static bool add_column(struct hz_mask *mask, const char *name, const char *kind, bool is_known,
                       struct hz_error *err)
{
    int found = find_column(mask, name);
    if (is_kept(mask, hz_text_of(name)))
        return is_known || refuse(name, _("is both in --mask and in --keep"), err);
    if (found >= 0 && mask->column[found].is_optional == is_known)
        return refuse(name, _("stands twice in --mask"), err);
    if (found >= 0)
        return true; /* named, and known too: the name counts */
    if (mask->columns == HZ_MASK_COLUMNS - 1)
        return refuse(name, _("is one column too many"), err);
    mask->column[mask->columns] =
        (struct hz_column){.name = name, .is_optional = is_known, .is_personal = true};
    mask->kind[mask->columns++] = kind;
    return true;
}

/* The next of a list, at *at, which moves behind it; its canonical name, if it has one. */
static const char *next_name(const char **at, const char **kind, struct hz_arena *arena)
{
    const struct hz_text item = {*at, strcspn(*at, ",")};
    const char *equals = memchr(item.at, '=', item.length);
    const struct hz_text name = {item.at, equals ? (size_t)(equals - item.at) : item.length};
    const char *known = hz_column_canonical(name);
    *at += item.length + (item.at[item.length] == ',');
    *kind = NULL;
    if (equals)
        *kind = hz_arena_string(arena, (struct hz_text){equals + 1, item.length - name.length - 1});
    return known ? known : hz_arena_string(arena, hz_text_trim(name));
}

static const char *known_kind(const char *name)
{
    for (const struct hz_mask_column *known = hz_mask_known; known->name; known++)
        if (strcmp(known->name, name) == 0)
            return known->kind;
    return name;
}

static bool add_named(struct hz_mask *mask, struct hz_arena *arena, struct hz_error *err)
{
    for (const char *at = mask->order.mask; at && *at;) {
        const char *kind, *name = next_name(&at, &kind, arena);
        if (!*name || (kind && !*kind))
            return refuse(mask->order.mask, _("is no list of COLUMN or COLUMN=KIND"), err);
        if (!add_column(mask, name, kind ? kind : known_kind(name), false, err))
            return false;
    }
    return true;
}

bool hz_mask_prepare(struct hz_mask *mask, const struct hz_mask_order *order,
                     struct hz_arena *arena, struct hz_error *err)
{
    *mask = (struct hz_mask){.order = *order, .arena = arena};
    for (const char *at = order->keep; at && *at;) {
        const char *kind, *name = next_name(&at, &kind, arena);
        if (mask->keeps == HZ_BATCH_COLUMNS)
            return refuse(name, _("is one column too many"), err);
        mask->kept[mask->keeps++] = name;
    }
    if (!add_named(mask, arena, err))
        return false;
    for (const struct hz_mask_column *known = hz_mask_known; known->name; known++)
        if (!add_column(mask, known->name, known->kind, true, err))
            return false;
    if (order->birth_to_year)
        mask->column[mask->columns] =
            (struct hz_column){.name = "birth", .is_optional = true, .is_personal = true};
    return true;
}

/* ---- What a file may hold */

/* True for a column of huzhu-records(5), by whatever name; those that identify are masked. */
static bool is_known(struct hz_text header)
{
    return hz_column_canonical(header) || hz_column_is_canonical(header);
}

/* What is looked at in a column that is passed as it is. */
enum looks { AT_NOTHING, AT_TEXT, AT_DATE, AT_AMOUNT };

struct hz_mask_look {
    enum looks at;
    bool may_identify; /* it was named in --keep */
    struct hz_text title;
};

static bool is_one_of(const char *name, const char *const names[])
{
    for (const char *const *n = names; *n; n++)
        if (strcmp(*n, name) == 0)
            return true;
    return false;
}

static enum looks look_at(const char *known)
{
    static const char *const dates[] = {"start",     "end",     "birth",       "event", "report",
                                        "filed",     "decided", "transaction", "ended", "wait_from",
                                        "paid_date", "admit",   "discharge",   NULL};
    static const char *const amounts[] = {"contribution",
                                          "contribution_self",
                                          "contribution_unit",
                                          "contribution_union",
                                          "contribution_government",
                                          "claimed",
                                          "approved",
                                          "paid",
                                          "case_estimate",
                                          NULL};
    return is_one_of(known, dates) ? AT_DATE : is_one_of(known, amounts) ? AT_AMOUNT : AT_TEXT;
}

/* One a field of the file. */
static struct hz_mask_look *looks_of(const struct hz_mask *mask, const struct hz_reader_file *file,
                                     struct hz_arena *arena)
{
    struct hz_mask_look *look = hz_arena_allocate(arena, file->fields, sizeof *look);
    const char *at = file->header.at, *end = at + file->header.length + 1;
    for (size_t field = 0; field < file->fields; field++) {
        struct hz_scan_field found;
        char name[64];
        at = hz_scan_field(at, end, file->delimiter, &found) + 1;
        look[field].title = hz_text_trim(found.text);
        const char *known = hz_column_canonical(look[field].title);
        snprintf(name, sizeof name, "%.*s", HZ_TEXT_ARGS(look[field].title));
        known = known ? known : name;
        if (file->column_of[field] >= 0 && strcmp(known, "birth") != 0)
            continue;
        look[field].at = look_at(known);
        look[field].may_identify = is_kept(mask, hz_text_of(known));
    }
    return look;
}

static bool accept(const struct hz_reader_file *file, void *state, struct hz_error *err)
{
    struct hz_mask *mask = state;
    struct hz_buffer unknown = {0};
    const char *at = file->header.at, *end = at + file->header.length + 1;
    size_t masked = 0, count = 0;
    struct hz_text *unknowns = hz_allocate(file->fields, sizeof *unknowns);
    for (size_t field = 0; field < file->fields; field++) {
        struct hz_scan_field found;
        at = hz_scan_field(at, end, file->delimiter, &found) + 1;
        const struct hz_text name = hz_text_trim(found.text);
        const char *known = hz_column_canonical(name);
        const bool is_masked = file->column_of[field] >= 0;
        masked += is_masked;
        if (is_masked || is_known(name) || is_kept(mask, known ? hz_text_of(known) : name))
            continue;
        unknowns[count++] = name;
    }
    hz_buffer_list(&unknown, unknowns, count, 400);

    const struct hz_place place = {.file = file->name, .line = 1};
    bool done = unknown.length == 0 && masked > 0;
    if (masked == 0 && unknown.length > 0)
        hz_error_set(
            err, HZ_ERROR_DATA, place,
            _("none of the %zu fields of the header is known to identify a person: is there "
              "a header? Name those that do in --mask, and the others in --keep"),
            file->fields);
    else if (unknown.length > 0)
        hz_error_set(err, HZ_ERROR_DATA, place,
                     _("it is not known what stands in %.*s: name each in --mask or in --keep"),
                     (int)unknown.length, unknown.at);
    else if (masked == 0)
        hz_error_set(err, HZ_ERROR_DATA, place,
                     _("there is nothing to mask: no column of it identifies a person"));
    hz_buffer_free(&unknown);
    free(unknowns);
    mask->first = file;
    mask->look = looks_of(mask, file, mask->arena);
    return done;
}

/* ---- Rows */

enum { MOBILE = 11 }; /* digits of a mobile phone's number */

/* The number of an identity card or a mobile phone. */
static bool is_somebody(struct hz_text text)
{
    if (text.length != CARD && text.length != MOBILE)
        return false;
    const size_t digits = strspn(text.at, "0123456789");
    if (hz_identity_is_card(text))
        return true;
    return text.length == MOBILE && digits >= MOBILE && text.at[0] == '1' && text.at[1] >= '3';
}

static bool is_fitting(const struct hz_mask_look *look, struct hz_text text)
{
    hz_date date;
    hz_fen fen;
    return text.length == 0 || look->at == AT_TEXT ||
           (look->at == AT_DATE ? hz_date_parse(text, &date)
                                : hz_money_parse(text, &fen) == HZ_MONEY_GOOD);
}

static void check_cell(struct hz_batch *batch, size_t row, const struct hz_mask_look *look,
                       const struct hz_scan_field *cell)
{
    if (!cell->is_quoted && cell->text.length < MOBILE && is_fitting(look, cell->text))
        return; /* as nearly all are: too short for a number of somebody's */
    const struct hz_text text = hz_text_trim(cell->text);
    if (cell->is_quoted && memchr(cell->text.at, '\n', cell->text.length))
        hz_batch_reject(batch, row, HZ_WHOLE_ROW, "swallowed_lines",
                        _("a field that is not masked goes over lines: was a quote not closed?"));
    else if (!look->may_identify && is_somebody(text))
        hz_batch_reject(batch, row, HZ_WHOLE_ROW, "identifier_elsewhere",
                        _("an identity card's or a phone's number stands in \"%.*s\", which is not "
                          "masked: is the row shifted?"),
                        HZ_TEXT_ARGS(look->title));
    else if (!is_fitting(look, text))
        hz_batch_reject(batch, row, HZ_WHOLE_ROW, "not_of_kind",
                        _("no %s stands in \"%.*s\": is the row shifted?"),
                        look->at == AT_DATE ? _("date") : _("amount"), HZ_TEXT_ARGS(look->title));
}

/*
 * Looks at each field that is passed as it is: one that is shifted, or that a quote has swallowed,
 * may hold what another column is masked for.
 */
static void check_row(struct hz_batch *batch, size_t row, const struct hz_mask_look look[])
{
    const struct hz_reader_file *file = hz_batch_file(batch);
    const char *at = batch->record[row].at;
    for (size_t field = 0; field < file->fields && !batch->rejected[row]; field++) {
        struct hz_scan_field cell;
        at = hz_batch_field(batch, row, field, at, &cell) + 1;
        if (look[field].at != AT_NOTHING)
            check_cell(batch, row, &look[field], &cell);
    }
}

/* Which cells are good at a glance, as nearly all are: in loops without a branch. */
static void glance(const struct hz_mask_look *look, const struct hz_text text[], size_t rows,
                   bool is_good[])
{
    hz_date date[HZ_BATCH_ROWS];
    hz_fen fen[HZ_BATCH_ROWS];
    if (look->at == AT_DATE) {
        hz_dates_parse(text, rows, date);
        for (size_t r = 0; r < rows; r++)
            is_good[r] = date[r] != HZ_NO_DATE;
    } else if (look->at == AT_AMOUNT) {
        hz_money_parse_usual(text, rows, fen);
        for (size_t r = 0; r < rows; r++)
            is_good[r] = fen[r] != HZ_MONEY_OTHER;
    } else {
        for (size_t r = 0; r < rows; r++)
            is_good[r] = text[r].length < MOBILE;
    }
}

/* The same a column at a time. */
static void check_column(struct hz_batch *batch, const struct hz_mask_look *look,
                         const struct hz_text text[])
{
    bool is_good[HZ_BATCH_ROWS];
    glance(look, text, batch->rows, is_good);
    const bool *const end = is_good + batch->rows;
    for (const bool *bad = is_good; (bad = memchr(bad, false, (size_t)(end - bad))) != NULL;
         bad++) {
        const size_t row = (size_t)(bad - is_good);
        if (!batch->rejected[row])
            check_cell(batch, row, look, &(struct hz_scan_field){.text = text[row]});
    }
}

static void check_rows(struct hz_batch *batch, const struct hz_mask_look look[])
{
    const size_t fields = hz_batch_file(batch)->fields;
    struct hz_text text[HZ_BATCH_ROWS];
    const bool has_columns = hz_batch_cells(batch, 0, text);
    for (size_t field = 0; has_columns && field < fields; field++)
        if (look[field].at != AT_NOTHING && hz_batch_cells(batch, field, text))
            check_column(batch, &look[field], text);
    for (size_t row = 0; !has_columns && row < batch->rows; row++)
        if (!batch->rejected[row])
            check_row(batch, row, look);
}

/* ---- New texts */

/* A column that is masked, and what its last cell became: that of the next row is often the same.
 */
struct column {
    size_t number; /* among the map's */
    const char *kind;
    size_t kind_bytes; /* with its NUL */
    bool is_card;
    struct hz_text text;
    char masked[2 * KEPT_BYTES]; /* base32 is shorter */
    size_t length;
};

/* What is needed for the rows of a batch, by one thread. */
struct work {
    const struct hz_mask *mask;
    struct hz_mac *mac;
    struct hz_buffer message;
    struct column column[HZ_MASK_COLUMNS]; /* those that the file has */
    size_t columns;
    char birth[HZ_DATE_TEXT];
};

static void begin_columns(struct work *work, const struct hz_batch *batch)
{
    work->columns = 0;
    for (size_t c = 0; c < work->mask->columns; c++) {
        if (!batch->column[c])
            continue;
        struct column *column = &work->column[work->columns++];
        column->number = c;
        column->kind = work->mask->kind[c];
        column->kind_bytes = strlen(column->kind) + 1;
        column->is_card = strcmp(column->kind, "id_no") == 0;
        column->text = (struct hz_text){0};
        column->length = 0;
    }
}

/* Kind, NUL and text: x and X end the number of the same identity card (hz_identity_person). */
static struct hz_text message_of(const struct column *column, struct hz_buffer *message)
{
    message->length = 0;
    hz_buffer_append(message, column->kind, column->kind_bytes);
    hz_buffer_text(message, column->text);
    char *last = &message->at[message->length - 1];
    if (*last == 'x' && (column->is_card || column->text.length == CARD))
        *last = 'X';
    return (struct hz_text){message->at, message->length};
}

static void write_masked(struct work *work, struct column *column)
{
    const struct hz_digest digest = hz_mac_of(work->mac, message_of(column, &work->message));
    column->length = (size_t)2 * KEPT_BYTES;
    if (work->mask->order.form == HZ_MASK_BASE32)
        column->length = hz_digest_base32(&digest, KEPT_BYTES, column->masked);
    else
        hz_digest_hex_of(&digest, KEPT_BYTES, column->masked);
}

/* The text that takes a cell's place; good until that of the next row. */
static struct hz_text masked(struct work *work, struct column *column, struct hz_text cell)
{
    const struct hz_text text = hz_text_trim(cell);
    if (!hz_text_equal(text, column->text)) {
        column->text = text;
        column->length = 0;
        if (text.length > 0)
            write_masked(work, column);
    }
    return (struct hz_text){column->masked, column->length};
}

static struct hz_text year_of(struct work *work, hz_date birth)
{
    work->birth[0] = '\0';
    if (birth != HZ_NO_DATE)
        hz_date_format(hz_date_of((struct hz_civil){hz_date_civil(birth).year, 1, 1}), work->birth);
    return hz_text_of(work->birth);
}

/* ---- Rows */

static void rewrite(struct hz_batch *batch, struct work *work, const hz_date birth[],
                    struct hz_buffer *out)
{
    const bool has_birth = work->mask->order.birth_to_year && batch->column[work->mask->columns];
    struct hz_text better[HZ_BATCH_COLUMNS] = {0};
    begin_columns(work, batch);
    for (size_t row = 0; row < batch->rows; row++) {
        if (batch->rejected[row])
            continue;
        for (size_t n = 0; n < work->columns; n++) {
            const size_t c = work->column[n].number;
            better[c] = masked(work, &work->column[n], batch->column[c][row]);
        }
        if (has_birth)
            better[work->mask->columns] = year_of(work, birth[row]);
        hz_batch_rewrite(batch, row, better, out);
    }
}

/* Whether a file has the fields of the first; one that has others is refused, but later. */
static bool is_usual(const struct hz_mask *mask, const struct hz_reader_file *file)
{
    return file == mask->first || (file->delimiter == mask->first->delimiter &&
                                   hz_text_equal(file->header, mask->first->header));
}

static void each(struct hz_batch *batch, void *carry, struct hz_buffer *out, const void *settings)
{
    const struct hz_mask *mask = settings;
    hz_date birth[HZ_BATCH_ROWS];
    struct work work;
    const struct hz_reader_file *file = hz_batch_file(batch);
    struct hz_arena own = {0};
    const struct hz_mask_look *look =
        is_usual(mask, file) ? mask->look : looks_of(mask, file, &own);
    (void)carry;
    if (mask->order.birth_to_year)
        hz_batch_dates_or(batch, (int)mask->columns, HZ_NO_DATE, birth);
    for (size_t c = 0; c < mask->columns; c++)
        hz_batch_texts(batch, (int)c);
    for (size_t row = 0; row < batch->rows; row++)
        hz_batch_set_aside(batch, row);
    check_rows(batch, look);
    work.mask = mask;
    work.mac = hz_mac_copy(mask->order.key);
    work.message = (struct hz_buffer){0};
    rewrite(batch, &work, birth, out);
    hz_buffer_free(&work.message);
    hz_mac_free(work.mac);
    hz_arena_free(&own);
}

struct hz_map hz_mask_map(struct hz_mask *mask)
{
    return (struct hz_map){
        .columns = mask->column, .settings = mask, .state = mask, .accept = accept, .each = each};
}
