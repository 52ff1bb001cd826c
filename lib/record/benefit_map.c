/* benefit_map.c: see benefit_map.h. */

#include "record/benefit_map.h"

#include "base/memory.h"
#include "record/benefit_text.h"
#include "record/payments.h"
#include "record/review.h"
#include "record/signs.h"

#include <inttypes.h>
#include <stdlib.h>

const char *const hz_benefit_result[] = {
    "count", "payable", "aid", "service_cost", "payable_against", "difference_against", NULL};

enum { VALUE_COUNT, VALUE_PAYABLE, VALUE_AID, VALUE_COST, VALUE_AGAINST, VALUES };

struct hz_benefit_map {
    const struct hz_benefit_settings *settings;
    struct hz_column column[HZ_BENEFIT_COLUMNS + HZ_GROUPS_MOST + 1];
    int group[HZ_GROUPS_MOST]; /* columns; below 0: computed */
    const char *added[11];
    bool compares; /* with what was decided */
    struct hz_covers covers;
    struct hz_payments paid, paid_against;
    struct hz_buffer more; /* of the row that is being printed */
    struct hz_buffer last; /* sorted: key of the claim before */
    bool has_key;
    struct hz_tally *totals;
    struct hz_review *review;
    struct hz_signs *signs;
    struct hz_error err;
    struct hz_error refusal; /* of the row in hand */
};

/* What --by may name that is no column: the standing of the cover, and the highest tier reached. */
static const char *const computed[] = {"cover", "tier", NULL};
enum { BY_COVER = -1, BY_TIER = -2 };

static struct hz_text slice(const struct hz_batch *batch, int column, size_t row)
{
    return batch->column[column] ? batch->column[column][row] : (struct hz_text){0};
}

static void each(struct hz_batch *batch, void *carry, struct hz_buffer *out, const void *settings)
{
    const struct hz_benefit_map *made = settings;
    const struct hz_benefit_settings *set = made->settings;
    struct hz_benefit_claim *row = carry;
    (void)out;
    hz_benefit_claims_read(batch, set->key, set->members != NULL, row);
    for (size_t g = 0; g < set->by.count; g++) {
        if (made->group[g] >= 0)
            hz_batch_texts(batch, made->group[g]);
        for (size_t r = 0; r < batch->rows; r++)
            row[r].by[g] =
                made->group[g] >= 0 ? slice(batch, made->group[g], r) : (struct hz_text){0};
    }
}

/* ---- In order: cover, payment, output */

/* A claim with its cover, under one set of plans. */
struct joined {
    const struct hz_plan *plan;
    struct hz_cover_record cover;
    bool has_cover;
};

static bool reject_plan(struct hz_batch *batch, size_t r, struct hz_text plan)
{
    hz_batch_find(batch, r, HZ_REJECTED, HZ_BENEFIT_PLAN, plan, "unknown_plan",
                  _("is no plan of --plans that holds on the first day of the cover"));
    return false;
}

/* The cover that a claim's own columns tell, or that of the file of members. */
static bool join(struct hz_benefit_map *made, struct hz_batch *batch, size_t r,
                 const struct hz_benefit_claim *row, struct joined *joined)
{
    const struct hz_plans *plans = made->settings->plans;
    *joined = (struct joined){0};
    if (made->settings->members) {
        const struct hz_cover_record *cover =
            hz_covers_find(&made->covers, row->identity, row->claim.event);
        if (!cover)
            return true;
        joined->cover = *cover;
        joined->plan = plans->plan[cover->plan];
        joined->has_cover = true;
        return true;
    }
    size_t at;
    joined->plan = hz_plans_find(plans, row->facts.plan, row->facts.version, row->facts.start, &at);
    if (!joined->plan)
        return reject_plan(batch, r, row->facts.plan);
    joined->cover = hz_cover_record_of(&row->facts, made->settings->key, joined->plan, at);
    joined->cover.identity = row->identity;
    joined->cover.person = 0; /* the claim's */
    joined->has_cover = true;
    return true;
}

/* Whom a claim is of: as the members tell, or else the claim. */
static struct hz_identity person_of(const struct hz_benefit_claim *row,
                                    const struct hz_cover_record *cover)
{
    const struct hz_cover_facts *facts = &row->facts;
    if (cover->person != 0)
        return (struct hz_identity){.low = cover->person};
    const struct hz_identity person = hz_identity_person(facts->id_no, facts->member_id);
    return person.low != 0 ? (struct hz_identity){.low = person.low}
                           : hz_identity_of(facts->member);
}

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

/* Whether the seat was the claimant's on the day, as far as the records tell. */
static bool is_holder(const struct hz_benefit_claim *row, const struct hz_cover_record *cover)
{
    return !(cover->is_swapped_out && row->claim.event > hz_cover_last(cover)) &&
           hz_cover_is_of(cover, &row->facts);
}

/* A row is one event: rows of one claim are paid each by itself, which is told. */
static void note_claim(struct hz_payments *payments, struct hz_cover_state *state,
                       struct hz_text claim_no)
{
    const uint32_t claim = (uint32_t)hz_identity_of(claim_no).high | 1;
    if (claim_no.length == 0)
        return;
    payments->again += state->claim == claim;
    state->claim = claim;
}

/* Pays a claim under one of two plans. False: refused, the row is rejected. */
static bool pay(struct hz_payments *payments, const struct hz_plan *plan,
                const struct hz_benefit_claim *row, const struct joined *joined,
                struct hz_claim_result *result, struct hz_buffer *explain, struct hz_error *err)
{
    static struct hz_cover_state none;
    const struct hz_cover_record *cover = &joined->cover;
    const struct hz_plan_cover terms = hz_cover_terms(cover);
    const struct hz_identity person = person_of(row, cover);
    struct asking asking = {payments, person, plan, cover->start};
    const struct hz_paid_before before = {asks, &asking};
    struct hz_cover_state *state = &none;
    if (joined->has_cover && !is_holder(row, cover)) {
        result->standing = HZ_NOT_HOLDER;
        result->payable = result->aid = result->cost = 0;
        result->reasons = 0;
        return true;
    }
    if (joined->has_cover)
        state = hz_payments_state(payments, plan, hz_identity_number(cover->identity, cover->start),
                                  cover->start, row->claim.event);
    if (joined->has_cover)
        note_claim(payments, state, row->claim_no);
    if (!hz_benefit_pay(plan, joined->has_cover ? &terms : NULL, &row->claim, &before, state,
                        result, explain, err))
        return false;
    for (size_t b = 0; b < plan->benefits && result->standing == HZ_COVERED; b++)
        if (plan->benefit[b].excludes_paid_class && result->benefit[b].payable > 0)
            hz_payments_note(payments, person, plan, result->benefit[b].disease, cover->start);
    return true;
}

static int tier_of(const struct hz_plan *plan, const struct hz_claim_result *result)
{
    int tier = 0;
    for (size_t b = 0; plan && result->standing == HZ_COVERED && b < plan->benefits; b++)
        tier = result->benefit[b].tier > tier ? result->benefit[b].tier : tier;
    return tier;
}

static void add_totals(struct hz_benefit_map *made, const struct hz_benefit_claim *row,
                       const struct hz_plan *plan, const struct hz_claim_result *result,
                       const struct hz_claim_result *other)
{
    struct hz_key key[HZ_TALLY_KEYS];
    char tier[HZ_SUM_TEXT] = "";
    for (size_t g = 0; g < made->settings->by.count; g++) {
        key[g].text = row->by[g];
        if (made->group[g] == BY_COVER)
            key[g].text = hz_text_of(hz_cover_standing_names[result->standing]);
        if (made->group[g] == BY_TIER)
            key[g].text =
                (struct hz_text){tier, (size_t)hz_sum_format(tier_of(plan, result), tier)};
    }
    hz_tally_add(
        made->totals, key,
        (const hz_sum[VALUES]){1, result->payable, result->aid, result->cost, other->payable});
}

/* A claim as reviews see it; `terms` is where its cover's stand. */
static struct hz_review_claim seen_of(const struct hz_benefit_claim *row,
                                      const struct joined *joined,
                                      const struct hz_claim_result *result,
                                      struct hz_plan_cover *terms)
{
    *terms = hz_cover_terms(&joined->cover);
    const struct hz_text claim = row->claim_no;
    return (struct hz_review_claim){.number = claim.length ? hz_identity_of(claim).low : 0,
                                    .member = person_of(row, &joined->cover),
                                    .claim = &row->claim,
                                    .plan = joined->plan,
                                    .cover = joined->has_cover ? terms : NULL,
                                    .result = result,
                                    .decided = row->decided};
}

static void add_sign(struct hz_benefit_map *made, const struct hz_benefit_claim *row,
                     const struct joined *joined, const struct hz_claim_result *result)
{
    struct hz_plan_cover terms;
    const struct hz_review_claim seen = seen_of(row, joined, result, &terms);
    hz_signs_add(made->signs, row->by, &seen);
}

static void print_row(struct hz_benefit_map *made, const struct hz_batch *batch, size_t r,
                      const struct hz_benefit_claim *row, const struct joined *joined,
                      const struct hz_claim_result *result, const struct hz_claim_result *other,
                      struct hz_buffer *out)
{
    const struct hz_benefit_settings *set = made->settings;
    const char delimiter = hz_batch_delimiter(batch);
    struct hz_buffer *more = &made->more;
    more->length = 0;
    hz_benefit_put_result(more, delimiter, joined->plan, result);
    if (made->compares) {
        hz_buffer_char(more, delimiter);
        if (row->decided != HZ_NO_AMOUNT)
            hz_benefit_put_money(more, row->decided - result->payable - result->aid);
    }
    if (set->against) {
        hz_buffer_char(more, delimiter);
        hz_benefit_put_money(more, other->payable);
        hz_buffer_char(more, delimiter);
        hz_benefit_put_money(more, other->payable - result->payable);
    }
    if (set->reviews) {
        hz_buffer_char(more, delimiter);
        struct hz_plan_cover terms;
        const struct hz_review_claim seen = seen_of(row, joined, result, &terms);
        hz_review_claim(made->review, &seen, more);
    }
    hz_batch_pass(batch, r, (struct hz_text){more->at, more->length}, out);
}

/* The plan of the same code in the other set, or the same plan. */
static const struct hz_plan *other_plan(const struct hz_benefit_map *made,
                                        const struct joined *joined)
{
    size_t at;
    const struct hz_plan *plan = hz_plans_find(made->settings->against, joined->plan->code,
                                               (struct hz_text){0}, joined->cover.start, &at);
    for (size_t p = 0; !plan && p < made->settings->against->count; p++)
        if (hz_text_equal(made->settings->against->plan[p]->code, joined->plan->code))
            plan = made->settings->against->plan[p];
    return plan ? plan : joined->plan;
}

/*
 * Whether waiting days hang on a cover before it that only the whole file could show, of a renewal
 * or of a cover that does not say what it is: sorted by what is not the person, the file shows one
 * enrolment or seat at a time.
 */
static bool is_unproved(const struct hz_benefit_settings *set, const struct hz_benefit_claim *row,
                        const struct joined *joined)
{
    const struct hz_cover_record *cover = &joined->cover;
    const int64_t day = (int64_t)row->claim.event - cover->start + 1;
    if (!set->is_sorted || set->key == HZ_KEY_MEMBER_ID || !joined->has_cover || !cover->is_first ||
        cover->person == 0)
        return false;
    for (size_t b = 0; b < joined->plan->benefits; b++) {
        const struct hz_benefit *benefit = &joined->plan->benefit[b];
        for (size_t w = 0; w < benefit->waitings; w++)
            if (day >= benefit->waiting[w].from && day <= benefit->waiting[w].through)
                return true;
    }
    return false;
}

static void settle_row(struct hz_benefit_map *made, struct hz_batch *batch, size_t r,
                       const struct hz_benefit_claim *row, struct hz_buffer *out)
{
    const struct hz_benefit_settings *set = made->settings;
    struct hz_claim_result result, other; /* large: not cleared for each row */
    struct joined joined;
    struct hz_error *err = &made->refusal;
    err->kind = HZ_NO_ERROR;
    other.payable = 0;
    if (!join(made, batch, r, row, &joined))
        return;
    if (is_unproved(set, row, &joined)) {
        hz_batch_find(batch, r, HZ_REJECTED, HZ_WHOLE_ROW, (struct hz_text){0}, "renewal_unseen",
                      joined.cover.is_believed
                          ? _("the event is in the waiting days of a renewal, and --sorted does "
                              "not show the cover before it: join by member_id, or leave --sorted "
                              "out")
                          : _("the event is in the waiting days of a cover that does not say "
                              "whether it is new, and --sorted does not show one before it: join "
                              "by member_id, leave --sorted out, or fill in enter_type"));
        return;
    }
    const size_t before = out->length;
    const struct hz_plan *other_one =
        joined.plan && set->against ? other_plan(made, &joined) : NULL;
    if ((joined.plan && !hz_benefit_can_pay(joined.plan, &row->claim, err)) ||
        (other_one && !hz_benefit_can_pay(other_one, &row->claim, err))) {
        hz_batch_find(batch, r, HZ_REJECTED, HZ_WHOLE_ROW, (struct hz_text){0}, "missing_fact",
                      "%s", err->text);
        return;
    }
    if (set->explains)
        hz_benefit_put_head(out, row->claim_no, row->claim.event, joined.plan, joined.cover.start,
                            joined.cover.end);
    if (!joined.plan) {
        result = (struct hz_claim_result){.standing = HZ_NOT_COVERED};
    } else if (!pay(&made->paid, joined.plan, row, &joined, &result, set->explains ? out : NULL,
                    err) ||
               (set->against &&
                !pay(&made->paid_against, other_one, row, &joined, &other, NULL, err))) {
        out->length = before;
        hz_batch_find(batch, r, HZ_REJECTED, HZ_WHOLE_ROW, (struct hz_text){0}, "missing_fact",
                      "%s", err->text);
        return;
    }
    if (set->explains)
        hz_benefit_put_foot(out, &result);
    else if (set->signs)
        add_sign(made, row, &joined, &result);
    else if (set->totals)
        add_totals(made, row, joined.plan, &result, &other);
    else
        print_row(made, batch, r, row, &joined, &result, &other, out);
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
    int order = made->has_key ? hz_text_compare(text, (struct hz_text){last->at, last->length}) : 1;
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
    hz_payments_clear(&made->paid);
    hz_payments_clear(&made->paid_against);
    return hz_covers_advance(&made->covers, made->settings->members, text, &made->err);
}

static void settle(struct hz_batch *batch, void *carry, struct hz_buffer *out, void *state)
{
    struct hz_benefit_map *made = state;
    const struct hz_benefit_claim *row = carry;
    const bool joins = made->settings->members != NULL;
    const struct hz_index *index = joins ? &made->covers.latest : &made->paid.state;
    for (size_t r = 0; r < batch->rows; r++)
        hz_index_expect(index, joins ? row[r].identity : row[r].state);
    for (size_t r = 0; r < batch->rows; r++)
        hz_index_expect_record(index, joins ? row[r].identity : row[r].state);
    for (size_t r = 0; r < batch->rows && !joins; r++)
        hz_payments_expect(&made->paid, row[r].state);
    for (size_t r = 0; r < batch->rows && !made->err.kind; r++)
        if (!batch->rejected[r] && (!made->settings->is_sorted || advance(made, batch, r, &row[r])))
            settle_row(made, batch, r, &row[r], out);
}

static void finish(void *state, struct hz_notes *notes)
{
    const struct hz_benefit_map *made = state;
    if (made->covers.believed > 0)
        hz_note(
            notes, HZ_TOLD, "renewals_believed",
            _("%" PRIu64 " renewals are believed, as no earlier cover of theirs is in --members"),
            made->covers.believed);
    if (made->paid.again > 0)
        hz_note(notes, HZ_TOLD, "claims_again",
                _("%" PRIu64 " rows are of a claim that a row before them is of, and are paid as "
                  "events of their own: give one row a claim"),
                made->paid.again);
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
    hz_groups_head(by, NULL, table);
    for (size_t v = 0; v < (with_against ? 6 : 4); v++)
        hz_table_column(table, hz_benefit_result[v]);
    hz_tally_sort(made->totals);
    for (size_t i = 0; i < hz_tally_size(made->totals); i++) {
        struct hz_tally_row row = hz_tally_row(made->totals, i);
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
static bool accept(const struct hz_reader_file *file, const void *settings, struct hz_error *err)
{
    struct hz_benefit_map *made = (struct hz_benefit_map *)(uintptr_t)settings;
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
    hz_cover_reader_close(made->settings->members);
    hz_covers_free(&made->covers);
    hz_payments_free(&made->paid);
    hz_payments_free(&made->paid_against);
    hz_tally_free(made->totals);
    hz_review_free(made->review);
    hz_signs_free(made->signs);
    hz_buffer_free(&made->more);
    hz_buffer_free(&made->last);
    free(made);
}

struct hz_benefit_map *hz_benefit_map_new(const struct hz_benefit_settings *settings,
                                          struct hz_map *map)
{
    struct hz_benefit_map *made = hz_allocate(1, sizeof *made);
    made->settings = settings;
    made->paid = hz_payments_new();
    made->paid_against = hz_payments_new();
    made->review = settings->reviews ? hz_review_new(settings->plans) : NULL;
    made->signs = settings->signs ? hz_signs_new(&settings->by, settings->threshold) : NULL;
    bind_columns(made);
    struct hz_tally_layout layout = {.values = VALUES,
                                     .value = {{"count", HZ_VALUE_SUM},
                                               {"payable", HZ_VALUE_SUM},
                                               {"aid", HZ_VALUE_SUM},
                                               {"cost", HZ_VALUE_SUM},
                                               {"against", HZ_VALUE_SUM}}};
    hz_groups_layout(&settings->by, &layout);
    made->totals = hz_tally_new(&layout);
    *map = (struct hz_map){.columns = made->column,
                           .added = made->added,
                           .is_text = settings->explains,
                           .carried = sizeof(struct hz_benefit_claim),
                           .settings = made,
                           .state = made,
                           .accept = accept,
                           .each = each,
                           .settle = settle,
                           .has_failed = has_failed,
                           .finish = finish,
                           .release = release,
                           .tabulate = settings->signs    ? tabulate_signs
                                       : settings->totals ? tabulate
                                                          : NULL};
    return made;
}

bool hz_benefit_map_load(struct hz_benefit_map *made, struct hz_error *err)
{
    const struct hz_benefit_settings *set = made->settings;
    return !set->members || set->is_sorted || hz_covers_read(&made->covers, set->members, err);
}
