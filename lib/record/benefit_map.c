/* benefit_map.c: see benefit_map.h. */

#include "record/benefit_map.h"

#include "base/memory.h"
#include "record/benefit_due.h"
#include "record/benefit_text.h"
#include "record/payments.h"
#include "record/review.h"
#include "record/signs.h"

#include <inttypes.h>
#include <stdlib.h>

const char *const hz_benefit_result[] = {
    "count", "payable", "aid", "service_cost", "payable_against", "difference_against", NULL};

enum { VALUE_COUNT, VALUE_PAYABLE, VALUE_AID, VALUE_COST, VALUE_AGAINST, VALUES };

/* What one lane remembers. */
struct lane {
    struct hz_payments paid, paid_against;
    struct hz_tally *totals;
    struct hz_buffer more; /* of the row that is being printed */
};

struct hz_benefit_map {
    const struct hz_benefit_settings *settings;
    struct hz_benefit_terms terms;
    struct hz_column column[HZ_BENEFIT_COLUMNS + HZ_GROUPS_MOST + 1];
    int group[HZ_GROUPS_MOST]; /* columns; below 0: computed */
    const char *added[11];
    bool compares; /* with what was decided */
    struct hz_cover_source source;
    struct hz_cover_reader *reader; /* sorted */
    struct hz_covers covers;
    size_t carried, lanes;
    struct lane lane[HZ_MAP_LANES];
    struct hz_buffer last; /* sorted: key of the claim before */
    bool has_key;
    struct hz_error err; /* of the covers beside sorted claims */
    struct hz_review *review;
    struct hz_signs *signs;
};

/* What --by may name that is no column: the standing of the cover, and the highest tier reached. */
static const char *const computed[] = {"cover", "tier", NULL};
enum { BY_COVER = -1, BY_TIER = -2 };

static struct hz_text slice(const struct hz_batch *batch, int column, size_t row)
{
    return batch->column[column] ? batch->column[column][row] : (struct hz_text){0};
}

/* What a row carries: what is due, or, sorted, the claim, whose cover comes later; its groups. */
static size_t carried_by(const struct hz_benefit_settings *set)
{
    return (set->is_sorted ? sizeof(struct hz_benefit_claim) : sizeof(struct hz_benefit_due)) +
           set->by.count * sizeof(struct hz_text);
}

static struct hz_text *groups_of(const struct hz_benefit_map *made, void *carried)
{
    return (struct hz_text *)(void *)((char *)carried + made->carried) - made->settings->by.count;
}

/*
 * Claims of one cover are of one lane; and so are all of plans that ask what was paid for a disease
 * in earlier terms, by the person, whose covers may be many.
 */
static uint8_t lane_of(const struct hz_benefit_map *made, const struct hz_benefit_due *due)
{
    return (uint8_t)(due->plan && made->terms.looks_back[due->at] ? 0 : due->share % made->lanes);
}

static void carry_groups(const struct hz_benefit_map *made, const struct hz_batch *batch, size_t r,
                         struct hz_text by[])
{
    for (size_t g = 0; g < made->settings->by.count; g++)
        by[g] = made->group[g] >= 0 ? slice(batch, made->group[g], r) : (struct hz_text){0};
}

/* Asks for the covers of some rows from r on: more would not stay in the nearest cache. */
enum { AHEAD = 64 };
static void expect_covers(const struct hz_benefit_map *made, const struct hz_benefit_claim row[],
                          size_t r, size_t rows)
{
    const size_t to = rows - r < AHEAD ? rows : r + AHEAD;
    for (size_t n = r; n < to; n++)
        hz_covers_expect(&made->covers, row[n].identity);
    for (size_t n = r; n < to; n++)
        hz_covers_expect_record(&made->covers, row[n].identity);
}

static void each(struct hz_batch *batch, void *carry, struct hz_buffer *out, const void *settings)
{
    const struct hz_benefit_map *made = settings;
    const struct hz_benefit_settings *set = made->settings;
    struct hz_benefit_claim row[HZ_BATCH_ROWS];
    (void)out;
    hz_benefit_claims_read(batch, set->key, set->members != NULL, row);
    for (size_t g = 0; g < set->by.count; g++)
        if (made->group[g] >= 0)
            hz_batch_texts(batch, made->group[g]);
    size_t at = 0;
    for (size_t r = 0; r < batch->rows; r++) {
        void *carried = (char *)carry + r * made->carried;
        if (r % AHEAD == 0 && set->members && !set->is_sorted)
            expect_covers(made, row, r, batch->rows);
        if (batch->rejected[r])
            continue;
        carry_groups(made, batch, r, groups_of(made, carried));
        if (set->is_sorted)
            memcpy(carried, &row[r], sizeof row[r]);
        else if (hz_benefit_due_of(&made->terms, batch, r, &row[r], &at, carried))
            batch->lane[r] = lane_of(made, carried);
    }
}

/* ---- In order: payment, output */

struct asking {
    const struct hz_payments *payments;
    struct hz_identity person;
    const struct hz_plan *plan;
    hz_date start;
};

static bool asks(void *context, struct hz_text disease)
{
    const struct asking *asking = context;
    return hz_payments_before(asking->payments, asking->person, asking->plan, disease,
                              asking->start);
}

/* A row is one event: rows of one claim are paid each by itself, which is told. */
static void note_claim(struct hz_payments *payments, struct hz_cover_state *state, uint64_t number)
{
    const uint32_t claim = (uint32_t)(number >> 33) | 1;
    if (number == 0)
        return;
    payments->again += state->claim == claim;
    state->claim = claim & 0x7FFFFFFFU;
}

/* Pays a claim under one of its plans; `paid` is its cover under that. */
static void pay(struct hz_payments *payments, const struct hz_plan *plan,
                const struct hz_paid_cover *paid, const struct hz_benefit_due *due,
                struct hz_claim_result *result, struct hz_buffer *explain)
{
    struct asking asking = {payments, due->person, plan, due->cover.start};
    const struct hz_paid_before before = {asks, &asking};
    if (!plan || !due->is_holders) {
        result->standing = plan ? HZ_NOT_HOLDER : HZ_NOT_COVERED;
        result->payable = result->aid = result->cost = 0;
        result->reasons = 0;
        return;
    }
    struct hz_cover_state *state = hz_payments_state(payments, plan, paid);
    note_claim(payments, state, due->number);
    hz_benefit_pay_checked(plan, &due->cover, &due->claim, &before, state, result, explain);
    hz_payments_keep(payments, plan, paid, state);
    for (size_t b = 0; b < plan->benefits && result->standing == HZ_COVERED; b++)
        if (plan->benefit[b].excludes_paid_class && result->benefit[b].payable > 0)
            hz_payments_note(payments, due->person, plan, result->benefit[b].disease,
                             due->cover.start);
}

static int tier_of(const struct hz_plan *plan, const struct hz_claim_result *result)
{
    int tier = 0;
    for (size_t b = 0; plan && result->standing == HZ_COVERED && b < plan->benefits; b++)
        tier = result->benefit[b].tier > tier ? result->benefit[b].tier : tier;
    return tier;
}

static void add_totals(const struct hz_benefit_map *made, struct hz_tally *totals,
                       const struct hz_benefit_due *due, const struct hz_text by[],
                       const struct hz_claim_result *result, const struct hz_claim_result *other)
{
    struct hz_key key[HZ_TALLY_KEYS];
    char tier[HZ_SUM_TEXT] = "";
    for (size_t g = 0; g < made->settings->by.count; g++) {
        key[g].text = by[g];
        if (made->group[g] == BY_COVER)
            key[g].text = hz_text_of(hz_cover_standing_names[result->standing]);
        if (made->group[g] == BY_TIER)
            key[g].text =
                (struct hz_text){tier, (size_t)hz_sum_format(tier_of(due->plan, result), tier)};
    }
    hz_tally_add(
        totals, key,
        (const hz_sum[VALUES]){1, result->payable, result->aid, result->cost, other->payable});
}

/* A claim as reviews see it. */
static struct hz_review_claim seen_of(const struct hz_benefit_due *due,
                                      const struct hz_claim_result *result)
{
    return (struct hz_review_claim){.number = due->number,
                                    .member = due->person,
                                    .claim = &due->claim,
                                    .plan = due->plan,
                                    .cover = due->plan ? &due->cover : NULL,
                                    .result = result,
                                    .decided = due->decided};
}

static void print_row(const struct hz_benefit_map *made, struct hz_buffer *more,
                      const struct hz_batch *batch, size_t r, const struct hz_benefit_due *due,
                      const struct hz_claim_result *result, const struct hz_claim_result *other,
                      struct hz_buffer *out)
{
    const struct hz_benefit_settings *set = made->settings;
    const char delimiter = hz_batch_delimiter(batch);
    more->length = 0;
    hz_benefit_put_result(more, delimiter, due->plan, result);
    if (made->compares) {
        hz_buffer_char(more, delimiter);
        if (due->decided != HZ_NO_AMOUNT)
            hz_benefit_put_money(more, due->decided - result->payable - result->aid);
    }
    if (set->against) {
        hz_buffer_char(more, delimiter);
        hz_benefit_put_money(more, other->payable);
        hz_buffer_char(more, delimiter);
        hz_benefit_put_money(more, other->payable - result->payable);
    }
    if (set->reviews) {
        hz_buffer_char(more, delimiter);
        const struct hz_review_claim seen = seen_of(due, result);
        hz_review_claim(made->review, &seen, more);
    }
    hz_batch_pass(batch, r, (struct hz_text){more->at, more->length}, out);
}

static void settle_row(const struct hz_benefit_map *made, struct lane *lane,
                       const struct hz_batch *batch, size_t r, const struct hz_benefit_due *due,
                       const struct hz_text by[], struct hz_buffer *out)
{
    const struct hz_benefit_settings *set = made->settings;
    struct hz_claim_result result, other; /* large: not cleared for each row */
    other.payable = 0;
    if (set->explains)
        hz_benefit_put_head(out, due->claim_no, due->claim.event, due->plan, due->cover.start,
                            due->cover.end);
    pay(&lane->paid, due->plan, &due->paid, due, &result, set->explains ? out : NULL);
    if (due->against)
        pay(&lane->paid_against, due->against, &due->paid_against, due, &other, NULL);
    if (set->explains) {
        hz_benefit_put_foot(out, &result);
    } else if (set->signs) {
        const struct hz_review_claim seen = seen_of(due, &result);
        hz_signs_add(made->signs, by, &seen);
    } else if (set->totals) {
        add_totals(made, lane->totals, due, by, &result, &other);
    } else {
        print_row(made, &lane->more, batch, r, due, &result, &other, out);
    }
}

static void expect(const struct lane *lane, const struct hz_batch *batch, void *const carry[])
{
    for (int step = 0; step < 2; step++)
        for (size_t r = 0; r < batch->rows; r++) {
            const struct hz_benefit_due *due = carry[r];
            if (batch->rejected[r] || !due->plan)
                continue;
            const struct hz_index *index = hz_payments_index(&lane->paid, due->plan);
            if (step == 0)
                hz_index_expect(index, due->paid.period);
            else
                hz_index_expect_record(index, due->paid.period);
        }
}

static void settle(struct hz_batch *batch, void *const carry[], size_t number,
                   struct hz_buffer *out, void *state)
{
    struct hz_benefit_map *made = state;
    struct lane *lane = &made->lane[number];
    expect(lane, batch, carry);
    for (size_t r = 0; r < batch->rows; r++)
        if (!batch->rejected[r])
            settle_row(made, lane, batch, r, carry[r], groups_of(made, carry[r]), out);
}

/*
 * Where both inputs are sorted: moves on to the claim's key. False: the row is rejected, or an end.
 */
static bool advance(struct hz_benefit_map *made, struct hz_batch *batch, size_t r,
                    const struct hz_benefit_claim *row)
{
    struct hz_buffer *last = &made->last;
    const struct hz_text text = made->settings->key == HZ_KEY_MEMBER      ? row->facts.member
                                : made->settings->key == HZ_KEY_MEMBER_ID ? row->facts.member_id
                                                                          : row->facts.seat;
    const int order = made->has_key ? hz_cover_key_compare(made->settings->key, text,
                                                           (struct hz_text){last->at, last->length})
                                    : 1;
    if (order < 0) {
        hz_batch_find(batch, r, HZ_REJECTED, hz_benefit_key_column(made->settings->key), text,
                      "not_sorted",
                      _("is smaller than that of the claims before it: sort the claims by it"));
        return false;
    }
    if (order == 0)
        return true;
    made->has_key = true;
    last->length = 0;
    hz_buffer_text(last, text);
    hz_payments_clear(&made->lane->paid);
    hz_payments_clear(&made->lane->paid_against);
    return hz_covers_advance(&made->covers, made->reader, text, &made->err);
}

/* Sorted, the covers come up beside the claims, in order. */
static void settle_sorted(struct hz_batch *batch, void *const carry[], size_t lane,
                          struct hz_buffer *out, void *state)
{
    struct hz_benefit_map *made = state;
    struct hz_benefit_due due;
    size_t at = 0;
    (void)lane;
    for (size_t r = 0; r < batch->rows && !made->err.kind; r++)
        if (!batch->rejected[r] && advance(made, batch, r, carry[r]) &&
            hz_benefit_due_of(&made->terms, batch, r, carry[r], &at, &due))
            settle_row(made, made->lane, batch, r, &due, groups_of(made, carry[r]), out);
}

static void finish(void *state, struct hz_notes *notes)
{
    const struct hz_benefit_map *made = state;
    if (made->covers.believed > 0)
        hz_note(
            notes, HZ_TOLD, "renewals_believed",
            _("%" PRIu64 " renewals are believed, as no earlier cover of theirs is in --members"),
            made->covers.believed);
    uint64_t again = 0;
    for (size_t l = 0; l < made->lanes; l++)
        again += made->lane[l].paid.again;
    if (again > 0)
        hz_note(notes, HZ_TOLD, "claims_again",
                _("%" PRIu64 " rows are of a claim that a row before them is of, and are paid as "
                  "events of their own: give one row a claim"),
                again);
    const double each = made->signs ? hz_signs_invoices_each(made->signs) : 1;
    if (each > 1)
        hz_note(notes, HZ_TOLD, "invoices_sampled",
                _("shared_invoice is an estimate: there are so many different invoices that one "
                  "of %.0f was looked at"),
                each);
}

static void print_values(struct hz_table *table, const hz_sum value[], bool with_against)
{
    hz_table_integer(table, value[VALUE_COUNT]);
    hz_table_money(table, value[VALUE_PAYABLE]);
    hz_table_money(table, value[VALUE_AID]);
    hz_table_money(table, value[VALUE_COST]);
    if (with_against) {
        hz_table_money(table, value[VALUE_AGAINST]);
        hz_table_money(table, value[VALUE_AGAINST] - value[VALUE_PAYABLE]);
    }
    hz_table_end_row(table);
}

static bool tabulate(void *state, struct hz_table *table, struct hz_error *err)
{
    struct hz_benefit_map *made = state;
    const struct hz_groups *by = &made->settings->by;
    const bool with_against = made->settings->against != NULL;
    hz_sum total[VALUES] = {0};
    (void)err;
    struct hz_tally *totals = made->lane->totals;
    for (size_t l = 1; l < made->lanes; l++)
        hz_tally_merge(totals, made->lane[l].totals);
    hz_groups_head(by, NULL, table);
    for (size_t v = 0; v < (with_against ? 6 : 4); v++)
        hz_table_column(table, hz_benefit_result[v]);
    hz_tally_sort(totals);
    for (size_t i = 0; i < hz_tally_size(totals); i++) {
        struct hz_tally_row row = hz_tally_row(totals, i);
        for (size_t v = 0; v < VALUES; v++)
            total[v] += row.value[v];
        hz_groups_cells(by, row.key, table);
        if (by->count > 0)
            print_values(table, row.value, with_against);
    }
    hz_groups_total(by->count, table);
    print_values(table, total, with_against);
    return true;
}

static bool tabulate_signs(void *state, struct hz_table *table, struct hz_error *err)
{
    const struct hz_benefit_map *made = state;
    (void)err;
    hz_signs_tabulate(made->signs, table);
    return true;
}

static void bind_columns(struct hz_benefit_map *made)
{
    const struct hz_benefit_settings *set = made->settings;
    size_t count = HZ_BENEFIT_COLUMNS;
    for (int c = 0; c < HZ_BENEFIT_COLUMNS; c++)
        made->column[c] = (struct hz_column){
            .name = hz_benefit_column_names[c],
            .is_optional = !hz_benefit_column_is_needed(c, set->key, set->members != NULL),
            .is_personal = c == HZ_BENEFIT_MEMBER || c == HZ_BENEFIT_MEMBER_ID};
    for (size_t g = 0; g < set->by.count; g++) {
        const char *name = set->by.name[g];
        int found = strcmp(name, computed[0]) == 0   ? BY_COVER
                    : strcmp(name, computed[1]) == 0 ? BY_TIER
                                                     : HZ_BENEFIT_COLUMNS;
        for (int c = 0; c < HZ_BENEFIT_COLUMNS && found == HZ_BENEFIT_COLUMNS; c++)
            if (strcmp(hz_benefit_column_names[c], name) == 0) {
                found = c;
                made->column[c].is_optional = false;
                break;
            }
        if (found == HZ_BENEFIT_COLUMNS) {
            found = (int)count;
            made->column[count++] = (struct hz_column){.name = name};
        }
        made->group[g] = found;
    }
    made->column[count] = (struct hz_column){0};
}

static void name_added(struct hz_benefit_map *made)
{
    static const char *const always[] = {"cover",        "payable",    "aid",
                                         "service_cost", "by_benefit", "reasons"};
    size_t count = 0;
    for (; count < HZ_COUNT(always); count++)
        made->added[count] = always[count];
    if (made->compares)
        made->added[count++] = "difference";
    if (made->settings->against) {
        made->added[count++] = "payable_against";
        made->added[count++] = "difference_against";
    }
    if (made->settings->reviews)
        made->added[count++] = "review";
    made->added[count] = NULL;
}

/*
 * The columns that are added are those of the header: a file without decisions has no difference.
 */
static bool accept(const struct hz_reader_file *file, void *state, struct hz_error *err)
{
    struct hz_benefit_map *made = state;
    (void)err;
    made->compares = hz_benefit_claims_decide(file);
    name_added(made);
    return true;
}

static const struct hz_error *has_failed(const void *state)
{
    const struct hz_benefit_map *made = state;
    return made->err.kind ? &made->err : NULL;
}

static void release(void *state)
{
    struct hz_benefit_map *made = state;
    hz_cover_reader_close(made->reader);
    hz_covers_free(&made->covers);
    for (size_t l = 0; l < made->lanes; l++) {
        hz_payments_free(&made->lane[l].paid);
        hz_payments_free(&made->lane[l].paid_against);
        hz_tally_free(made->lane[l].totals);
        hz_buffer_free(&made->lane[l].more);
    }
    hz_review_free(made->review);
    hz_signs_free(made->signs);
    hz_buffer_free(&made->last);
    free(made->terms.looks_back);
    free(made);
}

static bool looks_back(const struct hz_plans *plans, struct hz_text code)
{
    for (size_t p = 0; plans && p < plans->count; p++)
        for (size_t b = 0;
             hz_text_equal(plans->plan[p]->code, code) && b < plans->plan[p]->benefits; b++)
            if (plans->plan[p]->benefit[b].excludes_paid_class)
                return true;
    return false;
}

/* One lane where all rows hang together, or are told of one after the other. */
static void begin_lanes(struct hz_benefit_map *made)
{
    const struct hz_benefit_settings *set = made->settings;
    struct hz_tally_layout layout = {.values = VALUES,
                                     .value = {{"count", HZ_VALUE_SUM},
                                               {"payable", HZ_VALUE_SUM},
                                               {"aid", HZ_VALUE_SUM},
                                               {"cost", HZ_VALUE_SUM},
                                               {"against", HZ_VALUE_SUM}}};
    hz_groups_layout(&set->by, &layout);
    made->lanes = set->is_sorted || set->explains || set->reviews || set->signs ? 1 : HZ_MAP_LANES;
    for (size_t l = 0; l < made->lanes; l++) {
        made->lane[l].paid = hz_payments_new();
        made->lane[l].paid_against = hz_payments_new();
        made->lane[l].totals = set->totals ? hz_tally_new(&layout) : NULL;
    }
    made->terms.looks_back = hz_allocate(set->plans->count, sizeof *made->terms.looks_back);
    for (size_t p = 0; p < set->plans->count; p++)
        made->terms.looks_back[p] = looks_back(set->plans, set->plans->plan[p]->code) ||
                                    looks_back(set->against, set->plans->plan[p]->code);
}

static bool load(void *state, int threads, struct hz_error *err)
{
    struct hz_benefit_map *made = state;
    if (made->settings->is_sorted)
        return hz_cover_reader_open(&made->reader, &made->source, err);
    return !made->settings->members || hz_covers_read(&made->covers, &made->source, threads, err);
}

struct hz_map hz_benefit_map(const struct hz_benefit_settings *settings)
{
    struct hz_benefit_map *made = hz_allocate(1, sizeof *made);
    made->settings = settings;
    made->terms = (struct hz_benefit_terms){.plans = settings->plans,
                                            .against = settings->against,
                                            .covers = settings->members ? &made->covers : NULL,
                                            .key = settings->key,
                                            .is_sorted = settings->is_sorted,
                                            .names_persons = settings->reviews || settings->signs};
    made->source = (struct hz_cover_source){settings->members, settings->plans, settings->key};
    made->carried = carried_by(settings);
    made->review = settings->reviews ? hz_review_new(settings->plans) : NULL;
    made->signs = settings->signs ? hz_signs_new(&settings->by, settings->threshold) : NULL;
    bind_columns(made);
    begin_lanes(made);
    return (struct hz_map){.columns = made->column,
                           .added = made->added,
                           .is_text = settings->explains,
                           .carried = made->carried,
                           .lanes = made->lanes,
                           .settings = made,
                           .state = made,
                           .accept = accept,
                           .load = load,
                           .each = each,
                           .settle = settings->is_sorted ? settle_sorted : settle,
                           .has_failed = settings->is_sorted ? has_failed : NULL,
                           .finish = finish,
                           .release = release,
                           .tabulate = settings->signs    ? tabulate_signs
                                       : settings->totals ? tabulate
                                                          : NULL};
}
