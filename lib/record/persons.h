/*
 * persons.h: who is counted once, where different persons are: by numbers of theirs, which a state
 * (--partial) carries out of the office, and so keyed.
 */

#ifndef HZ_RECORD_PERSONS_H
#define HZ_RECORD_PERSONS_H

#include "base/identity.h"
#include "base/linkage.h"
#include "stream/batch.h"

HZ_BEGIN_C

struct hz_persons_key {
    struct hz_mac *mac; /* NULL: numbers are as they are */
    bool is_lacking;    /* and yet they leave the office */
};

/*
 * For one thread; hz_persons_release when it is done. A key is not used by two threads at once, and
 * settings are shared by all.
 */
struct hz_persons_key hz_persons_take(const struct hz_persons_key *key);
void hz_persons_release(struct hz_persons_key *key);

/*
 * The person of a row; false if it tells none, or is rejected now: an identity card's number,
 * whatever its column is called, for which a key is lacking (identifier_unkeyed).
 */
bool hz_persons_find(const struct hz_persons_key *key, struct hz_batch *batch, int column,
                     size_t row, struct hz_identity *person);

/*
 * True of a column (by its canonical name) with numbers or names that are known outside of the
 * office.
 */
bool hz_persons_are_known_by(const char *column);

HZ_END_C

#endif
