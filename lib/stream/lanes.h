/*
 * lanes.h: the rows of a map that settles, between `each` and the output. A row is of one lane;
 * those of one lane are settled in the order of the input, lanes side by side, and what they print
 * is put together in the order of the input again.
 */

#ifndef HZ_STREAM_LANES_H
#define HZ_STREAM_LANES_H

#include "base/linkage.h"
#include "stream/fold.h"
#include "stream/part.h"

HZ_BEGIN_C

/* Deals out the rows of a batch that `each` has seen, whose carries follow those kept before. */
void hz_lanes_keep(struct hz_reader_part *part, const struct hz_batch *batch, size_t carried);

/*
 * Settles the part's rows of one lane: after those of the parts before it. Two threads may settle
 * two lanes of a part at once. Counts the part's rows to those before it. Gives what ended the map,
 * or NULL.
 */
const struct hz_error *hz_lanes_settle(struct hz_reader_part *part, const struct hz_map *map,
                                       size_t lane, uint64_t *before_part);

/* When all lanes are settled: what they print into the part's output, and no row kept any more. */
void hz_lanes_join(struct hz_reader_part *part, size_t lanes);

HZ_END_C

#endif
