/* rate_table.c: see table.h. */

#include "life/rate_table.h"

#include <math.h>

double hz_rate_table_at(const struct hz_rate_table *table, int age)
{
    const int index = age - table->first;
    return index >= 0 && (size_t)index < table->ages ? table->rate[index] : 1;
}

int hz_rate_table_end(const struct hz_rate_table *table)
{
    return table->first + (int)table->ages;
}

bool hz_rate_table_need(const struct hz_rate_table *table, int age, int until, struct hz_error *err)
{
    if (age >= table->first && until <= hz_rate_table_end(table))
        return true;
    const int end = hz_rate_table_end(table);
    const int missing = age < table->first || age > end ? age : end;
    return hz_error_set(err, HZ_ERROR_DATA, table->place,
                        _("table \"%s\" has no rate for age %d: it has ages %d to %d, and %d to "
                          "%d are needed"),
                        table->name, missing, table->first, hz_rate_table_end(table) - 1, age,
                        until - 1);
}

double hz_survival(const struct hz_rate_table *table, int age, double years)
{
    const int whole = (int)floor(years);
    double left = 1;
    for (int t = 0; t < whole && left > 0; t++)
        left *= 1 - hz_rate_table_at(table, age + t);
    const double part = years - whole;
    return part > 0 ? left * (1 - part * hz_rate_table_at(table, age + whole)) : left;
}

/* The years that a term runs for: it, or to the end of the table. */
static int term_years(const struct hz_rate_table *table, const struct hz_life_term *term)
{
    const int left = hz_rate_table_end(table) - term->age - term->deferred;
    return term->years >= 0 && term->years < left ? term->years : left > 0 ? left : 0;
}

double hz_life_annuity(const struct hz_rate_table *table, const struct hz_life_term *term)
{
    const int years = term_years(table, term);
    double alive = hz_survival(table, term->age, term->deferred);
    double sum = 0;
    for (int t = term->deferred; t < term->deferred + years; t++) {
        const double q = hz_rate_table_at(table, term->age + t);
        for (int k = 0; k < term->times; k++) {
            const double part = (double)k / term->times;
            sum += alive * (1 - part * q) * pow(1 + term->rate, -(t + part)) / term->times;
        }
        alive *= 1 - q;
    }
    return sum;
}

double hz_life_insurance(const struct hz_rate_table *table, const struct hz_life_term *term)
{
    const int years = term_years(table, term);
    double alive = hz_survival(table, term->age, term->deferred);
    double sum = 0;
    for (int t = term->deferred; t < term->deferred + years; t++) {
        const double q = hz_rate_table_at(table, term->age + t);
        sum += alive * q * pow(1 + term->rate, -(t + 1));
        alive *= 1 - q;
    }
    return sum;
}

double hz_pure_endowment(const struct hz_rate_table *table, const struct hz_life_term *term)
{
    return hz_survival(table, term->age, term->years) * pow(1 + term->rate, -term->years);
}

double hz_expected_years(const struct hz_rate_table *table, int age)
{
    double alive = 1, sum = 0;
    for (int t = age; t < hz_rate_table_end(table); t++) {
        alive *= 1 - hz_rate_table_at(table, t);
        sum += alive;
    }
    return sum;
}

void hz_cover_reserve(const struct hz_rate_table *incidence, const struct hz_rate_table *death,
                      const struct hz_life_term *term, double benefit, double reserve[])
{
    const double v = 1 / (1 + term->rate);
    reserve[term->years] = 0;
    for (int t = term->years - 1; t >= 0; t--) {
        const double ill = hz_rate_table_at(incidence, term->age + t);
        const double dead = death ? hz_rate_table_at(death, term->age + t) : 0;
        const double stays = ill + dead < 1 ? 1 - ill - dead : 0;
        reserve[t] = v * (ill * benefit + stays * reserve[t + 1]);
    }
}
