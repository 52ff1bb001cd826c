/*
 * method.h: what every method of estimating outstanding claims (未决赔款准备金) is given, what it
 * answers, and the table of the methods. A new method is one file and one row of that table.
 */

#ifndef HZ_RESERVE_METHOD_H
#define HZ_RESERVE_METHOD_H

#include "triangle/development.h"
#include "triangle/emergence.h"

/* What a method may use. Borrowed. */
struct hz_reserve_basis {
    const struct hz_triangle *triangle;
    const struct hz_development *development; /* of that triangle */
    const double *exposure; /* of each origin: premium, contributions, members; NULL: not given */
    double prior;           /* expected ultimate per unit of exposure; NaN: not given */
    const struct hz_triangle *counts;   /* how many claims; same cells as the triangle. Or NULL */
    const struct hz_triangle *incurred; /* with case reserves, to one of payments. Or NULL */
    size_t iterations;                  /* benktander's rounds */
    double trend; /* of claims per unit of exposure, from one origin to the next */
    double power; /* of the mean in tweedie's variance, 0 to 3; NaN: to be estimated */
    double decay; /* cape-cod: how much less an origin one further away says, 0 to 1 */
    double
        completion; /* the share observed from which on an origin speaks for itself; NaN: not given */
    double percent;    /* percent-of-paid: of what was paid on the last percent_of diagonals */
    size_t percent_of; /* 0: not given */
    struct hz_emergence_choice growth; /* of clark-ldf and clark-cape-cod */
};

/*
 * The answer, in the unit of the triangle. Arrays hold a figure for each origin and then the total of
 * all; NaN is one that the method does not give. payment has a row for each origin, with what is
 * expected to be added from column k of the triangle to the next in entry k (the last: the tail);
 * a row adds up to the origin's ibnr. Owned by the arena it was made in.
 */
struct hz_reserve {
    size_t origins;
    size_t ages;
    double *latest;       /* observed so far */
    double *to_ultimate;  /* the development factor from there on; none for the total */
    double *ultimate;     /* expected in the end */
    double *ibnr;         /* the reserve: ultimate - latest */
    double *process_se;   /* from chance in what is to come */
    double *parameter_se; /* from having estimated the factors */
    double *se;           /* of both: the root mean square error of prediction */
    double *skewness;     /* of what is to come; mack alone gives it */
    double phi;           /* of the generalised linear models: the variance is phi m^power, */
    double power;
    double theta;    /* or m + m^2 / theta; NaN: none */
    double *payment; /* origins x ages; NaN if the factors it needs cannot be computed */
    struct hz_emergence_choice
        growth; /* the curve that the tail's payments follow; omega 0: none */
};

/* Fills in the three errors of an origin, or the total, from the variances of the two parts. */
void hz_reserve_set_errors(struct hz_reserve *reserve, size_t o, double process, double parameter);

struct hz_method {
    const char *name;
    bool needs_exposure;
    bool needs_prior;
    bool needs_counts;
    bool needs_incurred;
    bool has_errors; /* process_se, parameter_se and se */
    /* Fills in ultimate, ibnr, payment of the origins and, if it has them, the errors of all. */
    bool (*estimate)(const struct hz_reserve_basis *basis, struct hz_reserve *reserve,
                     struct hz_error *err);
};

/* The methods, and their names, then NULL, in the same order. */
extern const struct hz_method hz_methods[];
extern const char *const hz_method_names[];

/* The method of that name, or NULL. */
const struct hz_method *hz_method_find(struct hz_text name);

/*
 * Estimates one triangle by one method. Refused (data): what the method refuses; a figure too large
 * for a double. Refused (usage): a method that needs exposures and a prior without them.
 */
HZ_MUST_USE bool hz_method_estimate(const struct hz_method *method,
                                    const struct hz_reserve_basis *basis,
                                    struct hz_reserve *reserve, struct hz_arena *arena,
                                    struct hz_error *err);

#endif
