/*
 * When reserves are paid: against figures of another program, by hand, and what must always hold.
 */

#include "project/runoff.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "random/random.h"

#include <math.h>

enum { SEED = 40962 };

/* A flat rate, until the next one is asked for or the one after that. */
static const struct hz_curve *flat(double rate)
{
    static const double term = 0;
    static double rates[2];
    static struct hz_curve curve[2];
    static int next;
    next = 1 - next;
    rates[next] = rate;
    curve[next] = (struct hz_curve){.points = 1, .term = &term, .rate = &rates[next]};
    return &curve[next];
}

static void assert_close(double actual, double expected, double tolerance)
{
    if (!(fabs(actual - expected) <= tolerance * fabs(expected)))
        fail_msg("%.17g is not %.17g", actual, expected);
}

/*
 * The chain ladder's run-off of four published triangles, by R's package ChainLadder 0.2.21
 * (predict(chainladder(...)), R 4.2.2): what each origin adds at each later age, oldest origin
 * first; the factors to ultimate at ages 1, 2, ...; both added up by calendar year; present values
 * at 3 % and 5 %, mean term and durations, by (1 + i)^(k - 1/2) and, at the end of years, (1 +
 * i)^k.
 */

/* RAA: Historical Loss Development, Reinsurance Association of America, 1991; Mack (1994). */
static const double raa_payment[] = {
    153.953917050691, 397.431463323457, 219.93946049146,  900.344610417251, 473.668400826282,
    262.12915217736,  1097.84882051026, 907.358191499719, 477.358223253119, 264.171108159106,
    1797.37721614485, 740.120242913879, 611.700037889135, 321.813420527997, 178.092266520514,
    2114.00143185024, 1635.91730053702, 673.634615474562, 556.75050608928,  292.904648761454,
    162.094087582602, 3551.88496434748, 2860.76633708123, 2213.80036603336, 911.594099421032,
    753.421015698717, 396.372370674311, 219.353356251209, 3363.90525649988, 2372.68333470912,
    1911.01138708654, 1478.83371437546, 608.951063850911, 503.290367202639, 264.779441811359,
    146.529535166228, 4124.67689770489, 3858.15733859358, 2721.29710023152, 2191.79258778987,
    1696.11588693015, 698.423063878239, 577.237845778902, 303.682972211926, 168.058835881282};
static const double raa_factor[] = {
    8.92023389675247, 2.97404709929604, 1.8318481169545,  1.44139212199896, 1.23019828311862,
    1.10491735459978, 1.06044785766509, 1.02630916746846, 1.00921658986175, 1};
static const double raa_payout[] = {17501.424577849,  13068.6106066523, 8870.93088214559,
                                    5724.95543636274, 3529.48488176174, 1760.17988933779,
                                    1061.37064384147, 450.212507378154, 168.058835881282};

/* Taylor & Ashe (1983), Journal of Econometrics 23. */
static const double taylor_ashe_payment[] = {
    94633.8145487895, 375833.485415756, 93677.8046484841, 247189.981383356, 370179.348182942,
    92268.4912591632, 334148.078234493, 226674.146152756, 339455.859833656, 84610.5548288301,
    383286.579868829, 351547.537564492, 238477.319189051, 357131.701211263, 89016.3198280223,
    605548.104561678, 424501.003025699, 389349.093199174, 264120.547161545, 395533.716386152,
    98588.1558012906, 1310258.15394857, 725788.493691236, 508791.855239075, 466660.022125946,
    316565.525733153, 474072.692255883, 118164.268958632, 1018834.10697974, 1089615.97317236,
    603568.642933032, 423113.361911012, 388076.359316713, 263257.169860047, 394240.765737765,
    98265.8833509646, 856803.520980378, 897410.130634826, 959756.260737194, 531635.730479511,
    372686.990732487, 341825.674979708, 231882.354130255, 347255.411512579, 86554.6202377863};
static const double taylor_ashe_factor[] = {
    14.4465768672924, 4.13870101626035, 2.36858221299247, 1.62519648136462, 1.38449896895036,
    1.25427564144726, 1.15466355078332, 1.09563682307292, 1.01772472521954, 1};
static const double taylor_ashe_payout[] = {5226535.82592159, 4179394.43707279, 3131667.52239035,
                                            2127271.91771811, 1561878.91199653, 1177743.69289693,
                                            744287.388826652, 445521.294863543, 86554.6202377863};

/* Barnett & Zehnwirth (2000), Proceedings of the CAS LXXXVII. */
static const double abc_payment[] = {
    14454.7946008764, 20589.9923705261, 16918.0646569047, 26102.2507282709, 20757.6353694104,
    17055.8109485672, 34285.836884049,  26996.8453092547, 21469.0555572258, 17640.3596224617,
    44924.9467681054, 33852.8976618348, 26655.946726264,  21197.9583036851, 17417.6086480475,
    65149.4196841455, 45697.0879443616, 34434.7395581695, 27114.0920450706, 21562.295217501,
    17716.9713361883, 116193.217351382, 82949.4032666397, 58182.3475080072, 43842.9246467629,
    34522.1456485617, 27453.4988956484, 22557.5639376971, 234611.867729348, 159736.900626457,
    114034.888512961, 79986.3199759307, 60273.1644506776, 47459.4014571435, 37741.762599455,
    31011.064425509,  425804.740951602, 287301.358687809, 195610.857313932, 139645.017639866,
    97949.7696682299, 73809.4036192158, 58117.9061959358, 46217.8651874727, 37975.5765555818,
    649326.685224042, 482378.664740501, 325473.233276446, 221600.407616327, 158198.748553715,
    110963.722476662, 83615.9820192722, 65839.6567536001, 52358.5342109273, 43021.1459616283};
static const double abc_factor[] = {5.4191390182046,
                                    2.34737157633932,
                                    1.65180167316957,
                                    1.3765773843858,
                                    1.2363231057111,
                                    1.1524954723389,
                                    1.10017231930444,
                                    1.0637795913982,
                                    1.03677505659929,
                                    1.01625920910942,
                                    1};
static const double abc_payout[] = {
    1631443.75229235, 1156588.85826317, 792916.879401573, 551027.079850103, 389923.732186732,
    277402.997784858, 202033.21475236,  143068.586366582, 90334.1107665091, 43021.1459616283};

/* Christofides (1997), Claims Reserving Manual, vol. 2, D5. */
static const double uk_motor_payment[] = {
    350.902024291498, 661.620100502518, 375.916666734482, 1073.33518738846, 619.525275873722,
    351.99939736916,  1502.97026604069, 1133.99950254106, 654.540504128792, 371.894209936969,
    2724.98110158226, 1820.41975516233, 1373.51692406277, 792.789113126546, 450.443752545547,
    5587.05898323759, 3351.88460144965, 2239.22174798216, 1689.5053785596,  975.176532029091,
    554.071907911559};
static const double uk_motor_factor[] = {3.29140842768894,
                                         1.74219177683725,
                                         1.35855970271582,
                                         1.18433785816563,
                                         1.07985351860517,
                                         1.02753036437247,
                                         1};
static const double uk_motor_payout[] = {11900.867663043,  7301.74580176124, 4619.27857354288,
                                         2854.18870162311, 1425.62028457464, 554.071907911559};

static const struct run_off {
    const double *payment, *factor, *payout;
    size_t origins;
    double total, present_3, present_3_at_year_ends, present_5, mean_term, duration_3, modified_3;
} run_offs[] = {
    {raa_payment, raa_factor, raa_payout, 10, 52135.2282612101, 49101.0320743974, 48380.6844909878,
     47280.3369415435, 2.06838979098422, 1.98942585435062, 1.93148141199089},
    {taylor_ashe_payment, taylor_ashe_factor, taylor_ashe_payout, 10, 18680855.6119243,
     17381601.8940235, 17126601.2475773, 16613141.4992606, 2.49335568348466, 2.38513635439372,
     2.31566636348905},
    {abc_payment, abc_factor, abc_payout, 11, 5277760.35762587, 4908473.21900743, 4836462.37377336,
     4691744.54449476, 2.52088682403774, 2.3888579987074, 2.31927961039553},
    {uk_motor_payment, uk_motor_factor, uk_motor_payout, 7, 28655.7729324564, 27294.2454882272,
     26893.8192049539, 26463.7553419476, 1.67169094725565, 1.62234175121696, 1.57508907885142},
};

/* From payments by origin and age; the origins are the years 1 to `origins`. */
static struct hz_runoff of_payments(const struct run_off *r, struct hz_arena *arena)
{
    struct hz_payment payment[64];
    struct hz_runoff runoff;
    size_t n = 0;
    for (size_t origin = 2; origin <= r->origins; origin++)
        for (size_t age = r->origins - origin + 2; age <= r->origins; age++, n++)
            payment[n] = (struct hz_payment){(hz_period)(origin + age - 1), r->payment[n]};
    hz_runoff_of_payments(&runoff, payment, n, (hz_period)r->origins + 1, HZ_YEAR, arena);
    return runoff;
}

/* From reserves and factors. */
static struct hz_runoff of_reserves(const struct run_off *r, struct hz_arena *arena)
{
    struct hz_origin_reserve reserve[16];
    struct hz_runoff runoff;
    const double *payment = r->payment;
    for (size_t origin = 1; origin <= r->origins; origin++) {
        double ibnr = 0;
        for (size_t i = 1; i < origin; i++)
            ibnr += *payment++;
        const size_t age = r->origins - origin + 1;
        reserve[age - 1] = (struct hz_origin_reserve){r->factor[age - 1], ibnr};
    }
    hz_runoff_of_reserves(&runoff, reserve, r->origins, (hz_period)r->origins, HZ_YEAR, arena);
    return runoff;
}

static void assert_run_off(const struct run_off *r, const struct hz_runoff *runoff,
                           double tolerance)
{
    assert_int_equal(runoff->first, r->origins + 1);
    assert_int_equal(runoff->periods, r->origins - 1);
    for (size_t t = 0; t < runoff->periods; t++)
        assert_close(runoff->payout[t], r->payout[t], tolerance);
    const struct hz_runoff_terms at_3 = hz_runoff_terms(runoff, flat(0.03));
    const struct hz_runoff_terms at_5 = hz_runoff_terms(runoff, flat(0.05));
    assert_close(runoff->total, r->total, tolerance);
    assert_close(at_3.payout, r->total, tolerance);
    assert_close(at_3.present, r->present_3, tolerance);
    assert_close(at_5.present, r->present_5, tolerance);
    assert_close(at_3.mean_term_years, r->mean_term, tolerance);
    assert_close(at_5.mean_term_years, r->mean_term, tolerance);
    assert_close(at_3.duration_years, r->duration_3, tolerance);
    /* What is not printed follows from what is. */
    assert_close(at_3.present / sqrt(1.03), r->present_3_at_year_ends, tolerance);
    assert_close(at_3.duration_years / 1.03, r->modified_3, tolerance);
}

static void payments_by_year_and_their_values_are_those_of_another_program(void **state)
{
    (void)state;
    for (size_t i = 0; i < HZ_COUNT(run_offs); i++) {
        struct hz_arena arena = {0};
        const struct hz_runoff runoff = of_payments(&run_offs[i], &arena);
        assert_run_off(&run_offs[i], &runoff, 1e-13);
        hz_arena_free(&arena);
    }
}

static void reserves_and_factors_alone_give_the_same_run_off(void **state)
{
    (void)state;
    for (size_t i = 0; i < HZ_COUNT(run_offs); i++) {
        struct hz_arena arena = {0};
        const struct hz_runoff runoff = of_reserves(&run_offs[i], &arena);
        assert_run_off(&run_offs[i], &runoff, 1e-11);
        hz_arena_free(&arena);
    }
}

/* ---- By hand */

static void a_payment_that_is_overdue_falls_into_the_first_period_and_gaps_stay_empty(void **state)
{
    (void)state;
    static const struct hz_payment payment[] = {{8087, 5}, {8090, 2}, {8083, 1}, {8090, 3}};
    struct hz_arena arena = {0};
    struct hz_runoff runoff;
    hz_runoff_of_payments(&runoff, payment, HZ_COUNT(payment), 8087, HZ_QUARTER, &arena);
    assert_int_equal(runoff.first, 8087);
    assert_int_equal(runoff.periods, 4);
    assert_true(runoff.payout[0] == 6 && runoff.payout[1] == 0 && runoff.payout[3] == 5);
    assert_true(runoff.total == 11);
    hz_arena_free(&arena);
}

static void nothing_to_pay_is_no_period(void **state)
{
    (void)state;
    static const struct hz_payment payment[] = {{2022, 0}, {2023, 0}};
    static const struct hz_origin_reserve reserve[] = {{2, 0}, {1, 0}};
    struct hz_arena arena = {0};
    struct hz_runoff runoff;
    hz_runoff_of_payments(&runoff, payment, 2, 2022, HZ_YEAR, &arena);
    assert_int_equal(runoff.periods, 0);
    hz_runoff_of_reserves(&runoff, reserve, 2, 2021, HZ_YEAR, &arena);
    assert_int_equal(runoff.periods, 0);
    const struct hz_runoff_terms terms = hz_runoff_terms(&runoff, flat(0.03));
    assert_true(terms.payout == 0 && terms.present == 0);
    assert_true(isnan(terms.mean_term_years) && isnan(terms.duration_years));
    hz_arena_free(&arena);
}

/*
 * Factors 4, 2, 1.25 at ages 1, 2, 3: a quarter, a half, four fifths have emerged, the rest after
 * age 3. So the newest pays 1/3, 2/5 and 4/15 of its reserve, the next 3/5 and 2/5, the oldest all
 * at once.
 */
static void reserves_follow_the_pattern_and_the_tail_is_paid_at_the_next_age(void **state)
{
    (void)state;
    static const struct hz_origin_reserve reserve[] = {{4, 1500}, {2, 100}, {1.25, 7}};
    struct hz_arena arena = {0};
    struct hz_runoff runoff;
    hz_runoff_of_reserves(&runoff, reserve, 3, 2021, HZ_YEAR, &arena);
    assert_int_equal(runoff.first, 2022);
    assert_int_equal(runoff.periods, 3);
    assert_close(runoff.payout[0], 500 + 60 + 7, 1e-15);
    assert_close(runoff.payout[1], 600 + 40, 1e-15);
    assert_close(runoff.payout[2], 400, 1e-15);
    hz_arena_free(&arena);
}

/* The expected method may leave a reserve where all has emerged. */
static void a_reserve_without_a_pattern_is_paid_in_the_first_period(void **state)
{
    (void)state;
    static const struct hz_origin_reserve reserve[] = {{2, 10}, {1, -3}};
    struct hz_arena arena = {0};
    struct hz_runoff runoff;
    hz_runoff_of_reserves(&runoff, reserve, 2, 2021, HZ_YEAR, &arena);
    assert_int_equal(runoff.periods, 1);
    assert_close(runoff.payout[0], 7, 1e-15);
    hz_arena_free(&arena);
}

/* 100 in the middle of the first and third quarter: 1/8 and 5/8 of a year away. */
static void payouts_are_discounted_from_the_middle_of_their_period(void **state)
{
    (void)state;
    double payout[] = {100, 0, 100}, present[3];
    const struct hz_runoff runoff = {
        .grain = HZ_QUARTER, .first = 8088, .periods = 3, .payout = payout, .total = 200};
    const double first = 100 / pow(1.21, 0.125), third = 100 / pow(1.21, 0.625);
    hz_runoff_discount(&runoff, flat(0.21), present);
    assert_close(present[0], first, 1e-15);
    assert_true(present[1] == 0);
    assert_close(present[2], third, 1e-15);
    const struct hz_runoff_terms terms = hz_runoff_terms(&runoff, flat(0.21));
    assert_close(terms.mean_term_years, 0.375, 1e-15);
    assert_close(terms.duration_years, (first / 8 + third * 5 / 8) / (first + third), 1e-15);
    assert_close(hz_runoff_terms(&runoff, flat(0)).present, 200, 1e-15);
    struct hz_runoff months = runoff;
    months.grain = HZ_MONTH;
    assert_close(hz_runoff_terms(&months, flat(0)).mean_term_years, 0.125, 1e-15);
}

static void a_total_known_better_is_met_by_changing_payouts_by_their_size(void **state)
{
    (void)state;
    double payout[] = {30, -10, 0, 60};
    struct hz_arena arena = {0};
    struct hz_runoff runoff = {
        .grain = HZ_YEAR, .first = 2022, .periods = 4, .payout = payout, .total = 80};
    hz_runoff_settle(&runoff, 81, &arena);
    assert_true(runoff.total == 81);
    assert_close(payout[0], 30.3, 1e-15);
    assert_close(payout[1], -9.9, 1e-15);
    assert_true(payout[2] == 0);
    assert_close(payout[3], 60.6, 1e-15);
    struct hz_runoff none = {.grain = HZ_YEAR, .first = 2022};
    hz_runoff_settle(&none, 0.01, &arena);
    assert_int_equal(none.periods, 1);
    assert_true(none.payout[0] == 0.01 && none.total == 0.01);
    hz_arena_free(&arena);
}

/* ---- Rounding */

static void assert_units(const hz_sum *units, size_t at, int64_t expected)
{
    assert_true(units[at] == expected);
}

static void thirds_are_rounded_so_that_they_add_up(void **state)
{
    (void)state;
    static const double amount[] = {100.0 / 3, 100.0 / 3, 100.0 / 3};
    hz_sum rounded[4];
    struct hz_error err = {0};
    assert_true(hz_round_in_sum(amount, 3, 100, 2, rounded, HZ_NOWHERE, &err));
    assert_units(rounded, 0, 3333);
    assert_units(rounded, 1, 3334);
    assert_units(rounded, 2, 3333);
    assert_units(rounded, 3, 10000);
    assert_true(hz_round_in_sum(amount, 3, 100, 0, rounded, HZ_NOWHERE, &err));
    assert_units(rounded, 1, 34);
    assert_true(hz_round_in_sum(NULL, 0, 0, 2, rounded, HZ_NOWHERE, &err));
    assert_units(rounded, 0, 0);
}

/* For any decimals: the parts add up, and the total has the digits of printf. */
static void rounded_amounts_add_up_to_the_digits_of_their_total(void **state)
{
    (void)state;
    struct hz_random random = hz_random_stream(SEED, 1);
    for (int decimals = 0; decimals <= 15; decimals++)
        for (int round = 0; round < 200; round++) {
            double amount[12], total = 0;
            hz_sum rounded[13], sum = 0;
            struct hz_error err = {0};
            const double scale = exp(25 * hz_random_uniform(&random));
            for (size_t i = 0; i < 12; i++) {
                amount[i] = scale * (hz_random_uniform(&random) - 0.2);
                total += amount[i];
            }
            assert_true(hz_round_in_sum(amount, 12, total, decimals, rounded, HZ_NOWHERE, &err));
            for (size_t i = 0; i < 12; i++) {
                sum += rounded[i];
                assert_true(fabs((double)rounded[i] / pow(10, decimals) - amount[i]) <=
                            1.001 * pow(10, -decimals) + 1e-13 * scale);
            }
            assert_true(sum == rounded[12]);
            char printed[64], digits[64];
            snprintf(printed, sizeof printed, "%.*f", decimals, fabs(total));
            const size_t length = strcspn(printed, ".");
            snprintf(digits, sizeof digits, "%.*s%s", (int)length, printed,
                     printed[length] ? printed + length + 1 : "");
            hz_sum units = 0;
            for (const char *c = digits; *c; c++)
                units = units * 10 + (*c - '0');
            assert_true(rounded[12] == (total < 0 ? -units : units));
        }
}

static void amounts_too_large_to_round_are_refused(void **state)
{
    (void)state;
    const double large[] = {1e20, -1e20, (double)NAN};
    hz_sum rounded[3];
    for (size_t i = 0; i < HZ_COUNT(large); i++) {
        const double amount[] = {large[i], 1};
        struct hz_error err = {0};
        assert_false(hz_round_in_sum(amount, 2, 1, 2, rounded, HZ_NOWHERE, &err));
        assert_int_equal(err.kind, HZ_ERROR_DATA);
        assert_non_null(strstr(err.text, "payouts add up to "));
    }
}

/* ---- What must always hold */

static void a_run_off_pays_the_reserve_and_scales_with_it(void **state)
{
    (void)state;
    struct hz_random random = hz_random_stream(SEED, 2);
    for (int round = 0; round < 200; round++) {
        struct hz_origin_reserve reserve[20], doubled[20];
        struct hz_arena arena = {0};
        const size_t n = 1 + hz_random_bits(&random) % 20;
        double factor = 1 + hz_random_uniform(&random), total = 0;
        for (size_t age = n; age >= 1; age--) {
            reserve[age - 1] =
                (struct hz_origin_reserve){factor, 1000 * hz_random_uniform(&random)};
            doubled[age - 1] = reserve[age - 1];
            doubled[age - 1].ibnr *= 2;
            total += reserve[age - 1].ibnr;
            factor *= 1 + hz_random_uniform(&random);
        }
        struct hz_runoff once, twice;
        hz_runoff_of_reserves(&once, reserve, n, 2021, HZ_YEAR, &arena);
        hz_runoff_of_reserves(&twice, doubled, n, 2021, HZ_YEAR, &arena);
        assert_close(once.total, total, 1e-13);
        for (size_t t = 0; t < once.periods; t++) {
            assert_true(once.payout[t] > 0);
            assert_close(twice.payout[t], 2 * once.payout[t], 1e-15);
        }
        const struct hz_runoff_terms at_0 = hz_runoff_terms(&once, flat(0));
        const struct hz_runoff_terms at_4 = hz_runoff_terms(&once, flat(0.04));
        assert_close(at_0.present, total, 1e-13);
        assert_close(at_0.duration_years, at_0.mean_term_years, 1e-13);
        assert_true(at_4.present < total && at_4.duration_years <= at_4.mean_term_years + 1e-12);
        hz_arena_free(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(payments_by_year_and_their_values_are_those_of_another_program),
        cmocka_unit_test(reserves_and_factors_alone_give_the_same_run_off),
        cmocka_unit_test(a_payment_that_is_overdue_falls_into_the_first_period_and_gaps_stay_empty),
        cmocka_unit_test(nothing_to_pay_is_no_period),
        cmocka_unit_test(reserves_follow_the_pattern_and_the_tail_is_paid_at_the_next_age),
        cmocka_unit_test(a_reserve_without_a_pattern_is_paid_in_the_first_period),
        cmocka_unit_test(payouts_are_discounted_from_the_middle_of_their_period),
        cmocka_unit_test(a_total_known_better_is_met_by_changing_payouts_by_their_size),
        cmocka_unit_test(thirds_are_rounded_so_that_they_add_up),
        cmocka_unit_test(rounded_amounts_add_up_to_the_digits_of_their_total),
        cmocka_unit_test(amounts_too_large_to_round_are_refused),
        cmocka_unit_test(a_run_off_pays_the_reserve_and_scales_with_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
