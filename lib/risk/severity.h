/*
 * severity.h: how large a payout is: log-normal, gamma and Pareto distributions, fitted by maximum
 * likelihood.
 *
 *     log-normal   log X normal with mean a and standard deviation b
 *     gamma        shape a, rate b: density b^a x^(a-1) e^(-bx) / Gamma(a)
 *     pareto       shape a, scale b (Lomax, of the second kind): 1 - F(x) = (b / (b + x))^a
 *
 * Source of names and formulas: Klugman, Panjer, Willmot, "Loss Models", appendix A.
 */

#ifndef HZ_RISK_SEVERITY_H
#define HZ_RISK_SEVERITY_H

#include "base/error.h"
#include "base/linkage.h"

#include <gsl/gsl_rng.h>
#include <stddef.h>

HZ_BEGIN_C

enum hz_severity_kind { HZ_LOG_NORMAL, HZ_GAMMA, HZ_PARETO };

/* In the order of the enum, then NULL; and what its two parameters are called. */
extern const char *const hz_severity_names[];
extern const char *const hz_severity_parameters[][2];

struct hz_severity {
    enum hz_severity_kind kind;
    double a, b;
};

/* The mean and the variance; infinite where a Pareto's shape is 1, or 2, or less. */
double hz_severity_mean(const struct hz_severity *severity);
double hz_severity_variance(const struct hz_severity *severity);

double hz_severity_cdf(const struct hz_severity *severity, double x);
double hz_severity_quantile(const struct hz_severity *severity, double p);

/* E min(X, limit): the mean of payouts cut off there. */
double hz_severity_limited_mean(const struct hz_severity *severity, double limit);

double hz_severity_draw(const struct hz_severity *severity, gsl_rng *rng);

/* A fit, its errors, and how well it describes the sample. */
struct hz_severity_fit {
    struct hz_severity severity;
    double se_a, se_b; /* from the observed information */
    double covariance; /* of a and b */
    double log_likelihood;
    double aic;        /* 4 - 2 log-likelihood */
    double distance;   /* Kolmogorov-Smirnov: the largest |F_n(x) - F(x)| */
    double chi_square; /* over `cells` cells of equal probability */
    size_t cells;      /* n / 5, from 4 to 50; 0: too few claims for the test */
    double p_value;    /* of chi_square with cells - 3 degrees of freedom; NaN without cells */
};

/* The fewest claims that are fitted. */
enum { HZ_FIT_LEAST = 10 };

/*
 * Fits the kind to n amounts, which are sorted in place. The likelihood equations are solved to the
 * last digits (GSL's Brent-Dekker). Refused (data): fewer than HZ_FIT_LEAST amounts; one that is
 * not above 0; amounts that are all the same; a sample for which the likelihood has no maximum (a
 * Pareto's has none if amounts spread less than an exponential distribution's): the message says
 * what to use.
 */
HZ_MUST_USE bool hz_severity_fit(enum hz_severity_kind kind, double amount[], size_t n,
                                 struct hz_severity_fit *fit, struct hz_error *err);

HZ_END_C

#endif
