/* benefit_due.c: see benefit_due.h. */

#include "record/benefit_due.h"

static bool reject(struct hz_batch *batch, size_t r, const char *code, const char *sentence)
{
    hz_batch_find(batch, r, HZ_REJECTED, HZ_WHOLE_ROW, (struct hz_text){0}, code, "%s", sentence);
    return false;
}

/*
 * The cover that a claim's own columns tell, or that of the file of members; the plan is NULL if
 * there is none. False: rejected.
 */
static bool join(const struct hz_benefit_terms *terms, struct hz_batch *batch, size_t r,
                 const struct hz_benefit_claim *row, size_t *at, struct hz_cover_record *cover,
                 const struct hz_plan **plan)
{
    const struct hz_cover_facts *facts = &row->facts;
    *plan = NULL;
    if (terms->covers) {
        if (hz_covers_find_of(terms->covers, terms->plans, facts->plan, row->identity,
                              row->claim.event, cover)) {
            *plan = terms->plans->plan[cover->plan];
            return true;
        }
        if (facts->plan.length == 0 ||
            !hz_covers_find(terms->covers, row->identity, row->claim.event, cover))
            return true;
        hz_batch_find(batch, r, HZ_REJECTED, HZ_BENEFIT_PLAN, facts->plan, "other_plan",
                      _("is the plan of no cover that the member has in --members: correct it, or "
                        "leave it empty"));
        return false;
    }
    *plan = hz_plans_find(terms->plans, facts->plan, facts->version, facts->start, at);
    if (!*plan) {
        hz_batch_find(batch, r, HZ_REJECTED, HZ_BENEFIT_PLAN, facts->plan, "unknown_plan",
                      _("is no plan of --plans that holds on the first day of the cover"));
        return false;
    }
    *cover = hz_cover_record_of(facts, terms->key, *plan, *at);
    cover->identity = row->identity;
    cover->person = 0; /* the claim's */
    return true;
}

/* Whom a claim is of: as the members tell, or else the claim. */
static struct hz_identity person_of(const struct hz_cover_facts *facts, uint64_t told)
{
    if (told != 0)
        return (struct hz_identity){.low = told};
    const struct hz_identity person = hz_identity_person(facts->id_no, facts->member_id);
    return person.low != 0 ? (struct hz_identity){.low = person.low}
                           : hz_identity_of(facts->member);
}

/* Whether the seat was the claimant's on the day, as far as the records tell. */
static bool is_holder(const struct hz_benefit_claim *row, const struct hz_cover_record *cover)
{
    return !(cover->is_swapped_out && row->claim.event > hz_cover_last(cover)) &&
           hz_cover_is_of(cover, &row->facts);
}

/* The plan of the same code in the other set, or the same plan. */
static const struct hz_plan *other_plan(const struct hz_plans *against, const struct hz_plan *own,
                                        hz_date start)
{
    size_t at = 0;
    const struct hz_plan *plan = hz_plans_find(against, own->code, (struct hz_text){0}, start, &at);
    for (size_t p = 0; !plan && p < against->count; p++)
        if (hz_text_equal(against->plan[p]->code, own->code))
            plan = against->plan[p];
    return plan ? plan : own;
}

/*
 * Whether waiting days hang on a cover before it that only the whole file could show, of a renewal
 * or of a cover that does not say what it is: sorted by what is not the person, the file shows one
 * enrolment or seat at a time.
 */
static bool is_unproved(const struct hz_benefit_terms *terms, const struct hz_plan *plan,
                        const struct hz_cover_record *cover, hz_date event)
{
    const int64_t day = (int64_t)event - cover->start + 1;
    if (!terms->is_sorted || terms->key == HZ_KEY_MEMBER_ID || !cover->follows ||
        cover->person == 0)
        return false;
    for (size_t b = 0; b < plan->benefits; b++) {
        const struct hz_benefit *benefit = &plan->benefit[b];
        for (size_t w = 0; w < benefit->waitings; w++)
            if (day >= benefit->waiting[w].from && day <= benefit->waiting[w].through)
                return true;
    }
    return false;
}

static bool check(const struct hz_benefit_terms *terms, struct hz_batch *batch, size_t r,
                  const struct hz_cover_record *cover, const struct hz_benefit_due *due)
{
    struct hz_error err;
    if (is_unproved(terms, due->plan, cover, due->claim.event))
        return reject(batch, r, "renewal_unseen",
                      cover->is_continuous
                          ? _("the event is in the waiting days of a renewal, and --sorted does "
                              "not show the cover before it: join by member_id, or leave --sorted "
                              "out")
                          : _("the event is in the waiting days of a cover that does not say "
                              "whether it is new, and --sorted does not show one before it: join "
                              "by member_id, leave --sorted out, or fill in enter_type"));
    err.kind = HZ_NO_ERROR;
    if (!hz_benefit_can_pay(due->plan, &due->claim, &err) ||
        (due->against && !hz_benefit_can_pay(due->against, &due->claim, &err)))
        return reject(batch, r, "missing_fact", err.text);
    return true;
}

bool hz_benefit_due_of(const struct hz_benefit_terms *terms, struct hz_batch *batch, size_t r,
                       const struct hz_benefit_claim *row, size_t *at, struct hz_benefit_due *due)
{
    struct hz_cover_record cover;
    *due = (struct hz_benefit_due){
        .number = row->claim_no.length > 0 ? hz_identity_of(row->claim_no).low : 0,
        .claim = row->claim,
        .claim_no = row->claim_no,
        .decided = row->decided};
    if (!join(terms, batch, r, row, at, &cover, &due->plan))
        return false;
    if (!due->plan) {
        if (terms->names_persons)
            due->person = person_of(&row->facts, 0);
        return true;
    }
    const hz_date event = row->claim.event;
    const struct hz_identity identity = {cover.identity.low +
                                             (uint64_t)cover.start * UINT64_C(0x9E3779B97F4A7C15),
                                         cover.identity.high};
    if (terms->against)
        due->against = other_plan(terms->against, due->plan, cover.start);
    due->cover = hz_cover_terms(&cover);
    if (terms->names_persons || terms->looks_back[cover.plan])
        due->person = person_of(&row->facts, cover.person);
    due->is_holders = is_holder(row, &cover);
    due->share = (uint8_t)(identity.low >> 56); /* an index looks at the last bits */
    due->at = cover.plan;
    due->paid = hz_payments_cover(due->plan, identity, cover.start, event);
    if (due->against)
        due->paid_against = hz_payments_cover(due->against, identity, cover.start, event);
    return check(terms, batch, r, &cover, due);
}
