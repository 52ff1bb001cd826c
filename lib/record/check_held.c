/* check_held.c: see check_held.h. */

#include "record/check_held.h"

#include "base/memory.h"

#include <inttypes.h>
#include <stdlib.h>

/* The covers of a person under a plan so far: the one that ends last, and, chained, all others. */
struct cover {
    struct hz_identity identity;
    hz_date start, end;
    uint32_t other; /* number among the others, from 1; 0: none */
};

struct other {
    hz_date start, end;
    uint32_t other;
};

/* An employer's members under a plan. */
struct employer {
    struct hz_identity identity;
    const struct hz_plan *plan;
    const char *unit;
    int64_t members, headcount, units;
    hz_date start; /* of the covers that are counted: the latest */
};

/* An enrolment, where others may replace it: its last day. */
struct holder {
    struct hz_identity identity;
    hz_date last;
};

struct hz_held {
    const struct hz_plans *plans;
    struct hz_entries entries;
    struct hz_index held, employer, holder;
    struct hz_buffer other; /* struct other: of held covers, all but the one that ends last */
    bool is_sorted;
    struct hz_buffer key; /* sorted: of the row before, and whose it is */
    struct hz_identity person;
    struct hz_arena arena;
};

struct hz_identity hz_held_identity(struct hz_identity person, const struct hz_plan *plan)
{
    return hz_identity_with(person, plan->code);
}

static const struct other *other_at(const struct hz_held *members, uint32_t number)
{
    return number == 0 ? NULL : (const struct other *)(void *)members->other.at + (number - 1);
}

/* Whether one of the covers held shares a day with the row's: which one, in *found. */
static bool overlaps(const struct hz_held *members, const struct cover *held,
                     const struct hz_held_row *row, struct other *found)
{
    if (!held)
        return false;
    *found = (struct other){held->start, held->end, held->other};
    while (row->start > found->end || row->last < found->start) {
        const struct other *next = other_at(members, found->other);
        if (!next)
            return false;
        *found = *next;
    }
    return true;
}

static void check_exclusive(const struct hz_held *members, struct hz_batch *batch, size_t r,
                            const struct hz_held_row *row)
{
    const struct hz_plans *plans = members->plans;
    struct other same;
    for (size_t p = 0; p < plans->count && !batch->rejected[r]; p++) {
        const struct hz_plan *other = plans->plan[p];
        if ((hz_texts_have(row->plan->exclusive, other->code) ||
             hz_texts_have(other->exclusive, row->plan->code)) &&
            overlaps(members, hz_index_find(&members->held, hz_held_identity(row->person, other)),
                     row, &same))
            hz_batch_find(batch, r, HZ_REJECTED, row->who_column, row->who, "exclusive_plans",
                          _("holds plan %.*s on the same days: one may hold one of the two"),
                          HZ_TEXT_ARGS(other->code));
    }
}

/* Remembers a cover: the one that ends last is at hand, the others are chained behind it. */
static void hold(struct hz_held *members, struct cover *held, const struct hz_held_row *row,
                 bool is_new)
{
    struct other other = {row->start, row->last, held->other};
    if (is_new || row->last > held->end) {
        other.start = held->start;
        other.end = held->end;
        held->start = row->start;
        held->end = row->last;
    }
    if (is_new)
        return;
    hz_buffer_append(&members->other, &other, sizeof other);
    held->other = (uint32_t)(members->other.length / sizeof other);
}

static void check_held(struct hz_held *members, struct hz_batch *batch, size_t r,
                       const struct hz_held_row *row)
{
    bool is_new;
    check_exclusive(members, batch, r, row);
    if (batch->rejected[r])
        return;
    struct cover *held = hz_index_add(&members->held, row->held, &is_new);
    struct other same;
    if (!is_new && !row->plan->stacks && overlaps(members, held, row, &same)) {
        const bool is_same = same.start == row->start && same.end == row->last;
        hz_batch_find(batch, r, HZ_REJECTED, row->who_column, row->who,
                      is_same ? "duplicate" : "overlapping_cover",
                      is_same ? _("is enrolled in this plan for these days already")
                              : _("is enrolled in this plan for some of these days already"));
        return;
    }
    if (!is_new && row->is_renewal && row->start - held->end - 1 > row->plan->grace)
        hz_batch_find(batch, r, HZ_WARNED, row->enter_type_column, row->enter_type, "renewal_gap",
                      _("after a gap of %d days, the plan allows %" PRId64 ": waiting begins anew"),
                      row->start - held->end - 1, row->plan->grace);
    hold(members, held, row, is_new);
}

/* A cover that was taken back is held no longer: of those of these days, one. */
static void let_go(struct hz_held *members, const struct hz_held_row *row)
{
    struct cover *held = hz_index_find(&members->held, row->held);
    struct other *all = (struct other *)(void *)members->other.at, *latest = NULL;
    if (!held)
        return;
    const bool is_at_hand = held->start == row->start;
    for (uint32_t o = held->other; o > 0; o = all[o - 1].other) {
        struct other *other = &all[o - 1];
        if (!is_at_hand && other->start == row->start) {
            other->start = other->end + 1; /* no day is in it */
            return;
        }
        if (!latest || other->end > latest->end)
            latest = other;
    }
    if (!is_at_hand)
        return;
    held->start = latest ? latest->start : held->start;
    held->end = latest ? latest->end : held->start - 1;
    if (latest)
        latest->start = latest->end + 1;
}

/* `covers`: 1, or -1 of a row that takes one back. */
static void check_employer(struct hz_held *members, struct hz_batch *batch, size_t r,
                           const struct hz_held_row *row, int covers)
{
    bool is_new;
    const struct hz_identity identity =
        hz_identity_within(hz_identity_of(row->unit), row->plan->code, row->start);
    struct employer *employer = hz_index_add(&members->employer, identity, &is_new);
    if (is_new) {
        employer->plan = row->plan;
        employer->unit = hz_arena_string(&members->arena, row->unit);
        employer->units = row->units;
    }
    employer->members += covers;
    employer->headcount =
        row->headcount > employer->headcount ? row->headcount : employer->headcount;
    if (row->plan->equal_units && row->units != employer->units)
        hz_batch_find(
            batch, r, HZ_WARNED, HZ_WHOLE_ROW, (struct hz_text){0}, "unequal_units",
            _("%" PRId64 " units, others of the employer hold %" PRId64 ": all must hold the same"),
            row->units, employer->units);
}

/* Two holders of a seat on one day would both be covered: the one before is to have ended. */
static void check_swap(struct hz_held *members, struct hz_batch *batch, size_t r,
                       const struct hz_held_row *row)
{
    struct holder *holder;
    if (row->replaces.length > 0 &&
        (holder = hz_index_find(&members->holder, hz_identity_of(row->replaces))) != NULL &&
        holder->last >= row->start)
        hz_batch_find(batch, r, HZ_WARNED, row->replaces_column, row->replaces, "swap_overlap",
                      _("is still covered when the seat is taken over: the day before is to stand "
                        "in its row as ended"));
    holder = hz_index_add(&members->holder, row->number, NULL);
    holder->last = row->last;
}

void hz_held_expect(const struct hz_held *members, void *const row[], size_t rows)
{
    if (members->held.count == 0)
        return;
    for (size_t r = 0; r < rows; r++)
        hz_index_expect(&members->held, ((const struct hz_held_row *)row[r])->held);
    for (size_t r = 0; r < rows; r++)
        hz_index_expect_record(&members->held, ((const struct hz_held_row *)row[r])->held);
}

static void forget_person(struct hz_held *members)
{
    hz_index_clear(&members->held);
    hz_entries_clear(&members->entries);
    members->other.length = 0;
}

/* Rows are sorted: the next person's begin, or the same goes on. False: the row comes too late. */
static bool turn_to(struct hz_held *members, struct hz_batch *batch, size_t r,
                    const struct hz_held_row *row)
{
    const int order =
        hz_text_compare(row->key, (struct hz_text){members->key.at, members->key.length});
    if (order == 0)
        return true;
    const struct hz_identity person = hz_identity_person(row->key, (struct hz_text){0});
    const bool is_same = hz_identity_equal(person, members->person); /* ...x and ...X */
    if (order < 0 && !is_same) {
        hz_batch_find(batch, r, HZ_REJECTED, row->key_column, row->key, "not_sorted",
                      _("is smaller than the one before it: sort the file by this column, as with "
                        "LC_ALL=C sort -s, or leave --sorted out"));
        return false;
    }
    if (!is_same)
        forget_person(members);
    members->person = person;
    members->key.length = 0;
    hz_buffer_text(&members->key, row->key);
    return true;
}

void hz_held_check(struct hz_held *members, struct hz_batch *batch, size_t r,
                   const struct hz_held_row *row)
{
    if (members->is_sorted && !turn_to(members, batch, r, row))
        return;
    const bool has_person = row->plan && row->who.length > 0;
    const bool is_original = row->entry.entry == HZ_ENTRY_ORIGINAL;
    if (has_person && is_original)
        check_held(members, batch, r, row);
    if (batch->rejected[r] ||
        (row->has_entry && !hz_entries_book(&members->entries, batch, r, &row->entry)))
        return;
    const bool is_back = row->entry.entry == HZ_ENTRY_REVERSAL && row->entry.contribution <= 0;
    if (has_person && is_back)
        let_go(members, row);
    if (row->has_number && is_original)
        check_swap(members, batch, r, row);
    if (row->plan && row->unit.length > 0 && (is_original || is_back))
        check_employer(members, batch, r, row, is_original ? 1 : -1);
}

/* How many of an employer's staff must join, told for those where too few have. */
void hz_held_finish(const struct hz_held *members, struct hz_notes *notes)
{
    for (uint32_t e = 0; e < members->employer.count; e++) {
        const struct employer *employer = hz_index_at(&members->employer, e);
        const struct hz_plan *plan = employer->plan;
        const bool all = employer->headcount < plan->all_below;
        const hz_sum needed = all ? employer->headcount * (hz_sum)HZ_DECIMAL_ONE
                                  : employer->headcount * (hz_sum)plan->participation.value;
        if (employer->headcount > 0 && employer->members * (hz_sum)HZ_DECIMAL_ONE < needed)
            hz_note(
                notes, HZ_WARNED, "participation",
                all ? _("unit_id %s: %" PRId64 " of %" PRId64 " have joined %.*s, where all must")
                    : _("unit_id %s: only %" PRId64 " of %" PRId64 " have joined %.*s"),
                employer->unit, employer->members, employer->headcount, HZ_TEXT_ARGS(plan->code));
        if (employer->members < plan->least_members)
            hz_note(notes, HZ_WARNED, "least_members",
                    _("unit_id %s: %" PRId64 " members of %.*s, fewer than a group has"),
                    employer->unit, employer->members, HZ_TEXT_ARGS(plan->code));
    }
}

struct hz_held *hz_held_new(const struct hz_plans *plans, bool is_sorted)
{
    struct hz_held *members = hz_allocate(1, sizeof *members);
    members->plans = plans;
    members->is_sorted = is_sorted;
    members->entries = hz_entries_new();
    members->held.size = sizeof(struct cover);
    members->employer.size = sizeof(struct employer);
    members->holder.size = sizeof(struct holder);
    return members;
}

void hz_held_free(struct hz_held *members)
{
    hz_entries_free(&members->entries);
    hz_index_free(&members->held);
    hz_index_free(&members->employer);
    hz_index_free(&members->holder);
    hz_buffer_free(&members->other);
    hz_buffer_free(&members->key);
    hz_arena_free(&members->arena);
    free(members);
}
