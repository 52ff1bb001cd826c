/*
 * backtest.h: what a method said of a triangle's future, held against what came: one forecast of
 * the sum of all origins.
 */

#ifndef HZ_VARIABILITY_BACKTEST_H
#define HZ_VARIABILITY_BACKTEST_H

#include "reserve/method.h"
#include "variability/draws.h"
#include "variability/score.h"

HZ_BEGIN_C

/*
 * What can be tested: a method of hz-reserve that has errors, whose mean and error make a
 * distribution of a chosen shape; or draws, of which the models of draws.h are called
 * odp-bootstrap, mack-bootstrap, crc, csr, ccl and cay.
 */
struct hz_backtest_method {
    struct hz_text name;
    const struct hz_method *method; /* NULL: draws */
    enum hz_draws_model model;
};

/*
 * The method of that name. Refused (usage), with the nearest name: one that has no distribution, or
 * none.
 */
HZ_MUST_USE bool hz_backtest_method_find(struct hz_backtest_method *method, struct hz_text name,
                                         struct hz_error *err);

struct hz_backtest_choice {
    enum hz_foretold_shape shape; /* log-normal or normal */
    struct hz_draws_choice draws; /* its development and seed are for all methods */
    struct hz_method_parameters parameters;
};

/* A forecast and its score. */
struct hz_backtest {
    double latest;   /* of all origins, when the forecast was made */
    double estimate; /* what they were expected to come to */
    double se;
    double outcome; /* what they came to */
    size_t floored; /* values below 1 that the model took as 1 */
    struct hz_score score;
};

/*
 * Forecasts what the origins of a triangle come to, `ahead` ages ahead or (0) in the end, and
 * scores that by the outcome. Refused: what the method refuses; (data) a method, other than mack
 * and those that draw, that is asked for some ages ahead.
 */
HZ_MUST_USE bool hz_backtest_one(const struct hz_backtest_method *method,
                                 const struct hz_backtest_choice *choice,
                                 const struct hz_reserve_basis *basis, size_t ahead, double outcome,
                                 struct hz_backtest *test, struct hz_error *err);

/*
 * What the origins of an earlier triangle have come to, `ahead` ages on, in a later one: false if
 * the later one does not show it of each.
 */
bool hz_backtest_outcome(const struct hz_triangle *earlier, const struct hz_triangle *later,
                         size_t ahead, double *outcome);

HZ_END_C

#endif
