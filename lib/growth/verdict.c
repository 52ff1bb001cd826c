/* verdict.c: see reconcile.h. */

#include "growth/verdict.h"

const char *const hz_verdict_names[] = {"reproduced", "consistent", "contradicted", "not_derivable",
                                        NULL};

struct hz_range hz_range_of(hz_sum value)
{
    return (struct hz_range){true, true, true, true, value, value};
}

struct hz_range hz_range_published(const struct hz_published *figure)
{
    return (struct hz_range){.has_low = figure->has_low,
                             .has_high = figure->has_high,
                             .holds_low = figure->has_low,
                             .holds_high = figure->has_high_end,
                             .low = figure->low,
                             .high = figure->high};
}

struct hz_range hz_range_negative(struct hz_range range)
{
    return (struct hz_range){range.has_high,  range.has_low, range.holds_high,
                             range.holds_low, -range.high,   -range.low};
}

bool hz_range_add(struct hz_range a, struct hz_range b, struct hz_range *sum)
{
    *sum = (struct hz_range){.has_low = a.has_low && b.has_low,
                             .has_high = a.has_high && b.has_high,
                             .holds_low = a.holds_low && b.holds_low,
                             .holds_high = a.holds_high && b.holds_high};
    return !(sum->has_low && __builtin_add_overflow(a.low, b.low, &sum->low)) &&
           !(sum->has_high && __builtin_add_overflow(a.high, b.high, &sum->high));
}

/*
 * a / b in 10^-12, down or up to a whole number of them: long division, since 10^12 a needs more
 * than 128 bits. b is above 0.
 */
static bool quotient(hz_sum a, hz_sum b, bool is_up, hz_sum *result, bool *is_exact)
{
    for (; a % 10 == 0 && b % 10 == 0 && b > 9; a /= 10)
        b /= 10;
    const hz_magnitude divisor = (hz_magnitude)b;
    hz_magnitude rest = hz_sum_magnitude(a) % divisor, whole = hz_sum_magnitude(a) / divisor;
    const hz_magnitude most = ~(hz_magnitude)0 >> 1;
    if (divisor > most / 10 || whole > most / (hz_magnitude)HZ_PUBLISHED_ONE - 1)
        return false;
    for (hz_sum one = HZ_PUBLISHED_ONE; one > 1; one /= 10) {
        whole = whole * 10 + rest * 10 / divisor;
        rest = rest * 10 % divisor;
    }
    *is_exact = rest == 0;
    *result = a < 0 ? -(hz_sum)whole : (hz_sum)whole;
    if (rest != 0)
        *result += is_up && a >= 0 ? 1 : !is_up && a < 0 ? -1 : 0;
    return true;
}

bool hz_range_divide(struct hz_range a, struct hz_range b, struct hz_range *result)
{
    bool is_exact;
    if (!b.has_high || b.high <= 0 || (b.has_low && b.low <= 0))
        return false;
    *result = (struct hz_range){.has_low = a.has_low && (a.low >= 0 || b.has_low),
                                .has_high = a.has_high && (a.high <= 0 || b.has_low)};
    if (result->has_low) {
        const bool is_by_high = a.low >= 0;
        if (!quotient(a.low, is_by_high ? b.high : b.low, false, &result->low, &is_exact))
            return false;
        result->holds_low = !is_exact || (a.holds_low && (is_by_high ? b.holds_high : b.holds_low));
    }
    if (result->has_high) {
        const bool is_by_low = a.high >= 0 && b.has_low;
        if (!quotient(a.high, is_by_low ? b.low : b.high, true, &result->high, &is_exact))
            return false;
        result->holds_high =
            !is_exact || (a.holds_high && (is_by_low ? b.holds_low : b.holds_high));
    }
    return true;
}

/* True if all of a is below all of b. */
static bool is_below(struct hz_range a, struct hz_range b)
{
    return a.has_high && b.has_low &&
           (a.high < b.low || (a.high == b.low && !(a.holds_high && b.holds_low)));
}

static bool is_within(struct hz_range inner, struct hz_range outer)
{
    const bool is_low_in =
        !outer.has_low ||
        (inner.has_low && (inner.low > outer.low ||
                           (inner.low == outer.low && (outer.holds_low || !inner.holds_low))));
    return is_low_in && (!outer.has_high ||
                         (inner.has_high &&
                          (inner.high < outer.high ||
                           (inner.high == outer.high && (outer.holds_high || !inner.holds_high)))));
}

enum hz_verdict hz_reconcile(struct hz_range said, struct hz_range known)
{
    if (is_below(said, known) || is_below(known, said))
        return HZ_CONTRADICTED;
    return is_within(known, said) ? HZ_REPRODUCED : HZ_CONSISTENT;
}

hz_sum hz_reconcile_off(struct hz_range said, struct hz_range known)
{
    if (is_below(said, known))
        return known.low - said.high;
    return is_below(known, said) ? known.high - said.low : 0;
}
