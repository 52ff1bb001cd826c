/*
 * Credibility: the data of Hachemeister, as the manual of R's package actuar prints them, and
 * properties.
 */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "risk/credibility.h"

#include <math.h>

enum { STATES = 5, QUARTERS = 12 };

/*
 * Bodily injury claims: Hachemeister (1975); average amounts and numbers of claims of five states.
 */
static const double ratio[STATES][QUARTERS] = {
    {1738, 1642, 1794, 2051, 2079, 2234, 2032, 2035, 2115, 2262, 2267, 2517},
    {1364, 1408, 1597, 1444, 1342, 1675, 1470, 1448, 1464, 1831, 1612, 1471},
    {1759, 1685, 1479, 1763, 1674, 2103, 1502, 1622, 1828, 2155, 2233, 2059},
    {1223, 1146, 1010, 1257, 1426, 1532, 1953, 1123, 1343, 1243, 1762, 1306},
    {1456, 1499, 1609, 1741, 1482, 1572, 1606, 1735, 1607, 1573, 1613, 1690}};
static const double weight[STATES][QUARTERS] = {
    {7861, 9251, 8706, 8575, 7917, 8263, 9456, 8003, 7365, 7832, 7849, 9077},
    {1622, 1742, 1523, 1515, 1622, 1602, 1964, 1515, 1527, 1748, 1654, 1861},
    {1147, 1357, 1329, 1204, 998, 1077, 1277, 1218, 896, 1003, 1108, 1121},
    {407, 396, 348, 341, 315, 328, 352, 331, 287, 384, 321, 342},
    {2902, 3172, 3046, 3068, 2693, 2910, 3275, 2697, 2663, 3017, 3242, 3425}};

static void near(double got, double want, double tolerance)
{
    if (!(fabs(got - want) <= tolerance))
        fail_msg("%.15g is not %.15g", got, want);
}

/* summary(cm(~state, hachemeister, ratios = ratio.1:ratio.12, weights = weight.1:weight.12)) */
static void the_states_of_hachemeister(void **state)
{
    (void)state;
    static const double z[] = {0.9847, 0.9276, 0.8985, 0.7279, 0.9588};
    static const double premium[] = {2055, 1524, 1793, 1443, 1603};
    struct hz_group_year row[STATES * QUARTERS];
    struct hz_credible credible[STATES];
    for (size_t s = 0; s < STATES; s++)
        for (size_t q = 0; q < QUARTERS; q++)
            row[s * QUARTERS + q] = (struct hz_group_year){s, ratio[s][q], weight[s][q]};
    struct hz_credibility found;
    assert_true(hz_credibility_of_years(row, STATES * QUARTERS, credible, STATES, &found));
    near(found.mean, 1683.713, 0.0005);
    near(found.between, 89639, 0.5);
    near(found.within, 139120026, 0.5);
    for (size_t s = 0; s < STATES; s++) {
        near(credible[s].credibility, z[s], 0.00005);
        near(credible[s].blended, premium[s], 0.5);
        assert_int_equal(credible[s].degrees, QUARTERS - 1);
    }
}

/* Two cells that are alike: neither stands for itself, and the estimate is the weighted mean. */
static void cells_that_are_alike_share_one_ratio(void **state)
{
    (void)state;
    const struct hz_group_year row[] = {{0, 1, 1}, {0, 3, 1}, {1, 1, 3}, {1, 3, 3}, {2, 9, 0}};
    struct hz_credible credible[3];
    struct hz_credibility found;
    assert_true(hz_credibility_of_years(row, 5, credible, 3, &found));
    near(found.within, (1 + 1 + 3 + 3) / 2.0, 1e-12);
    near(found.between, 0, 0);
    for (size_t c = 0; c < 3; c++) {
        near(credible[c].credibility, 0, 0);
        near(credible[c].blended, 2, 1e-12);
    }
    assert_true(isnan(credible[2].mean));
    assert_false(hz_credibility_of_years(row, 0, credible, 3, &found));
    assert_true(isnan(credible[0].blended));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_states_of_hachemeister),
        cmocka_unit_test(cells_that_are_alike_share_one_ratio),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
