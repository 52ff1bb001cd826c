/* selections.h: an actuary's selections, kept in a YAML file: huzhu-triangle(5) describes it. */

#ifndef HZ_TRIANGLE_SELECTIONS_H
#define HZ_TRIANGLE_SELECTIONS_H

#include "base/linkage.h"
#include "triangle/development.h"
#include "triangle/triangle_table.h"

HZ_BEGIN_C

/*
 * Reads a selections file over what was chosen before: what the file does not say stays. `prior`
 * too. Its items of `groups` become the own choices of the triangles that they name, over those for
 * all. Everything is owned by the arena.
 *
 * Refused (data), all faults of the file in one message, each with its line and column: an unknown
 * key, a value of another kind or out of its range, an age or an exclusion that says nothing, an
 * age that stands twice for the same origin, an item of groups that names none of the triangles,
 * or one that another names too.
 */
HZ_MUST_USE bool hz_selections_read(struct hz_development_choice *choice, double *prior,
                                    const char *path, struct hz_triangle_table *triangles,
                                    struct hz_arena *arena, struct hz_error *err);

/*
 * Refused (data): an exclusion that matches no link ratio of any of the triangles that it is for;
 * an age, with a choice of its own, that none of them has a link ratio from.
 */
HZ_MUST_USE bool hz_selections_check(const struct hz_development_choice *choice,
                                     const struct hz_triangle_table *triangles,
                                     struct hz_error *err);

/* Whether a choice, for all triangles or for some, has factors of one origin. */
bool hz_selections_have_own(const struct hz_development_choice *choice,
                            const struct hz_triangle_table *triangles);

/* Refused (data): such a choice, for what develops all origins alike. */
HZ_MUST_USE bool hz_selections_refuse_own(const struct hz_development_choice *choice,
                                          const struct hz_triangle_table *triangles,
                                          struct hz_error *err);

HZ_END_C

#endif
