/*
 * cover_reader.h: covers from a file of members, one after the other: all of them into a hz_covers,
 * or, where both inputs are sorted by the key, those of one key at a time.
 */

#ifndef HZ_RECORD_COVER_READER_H
#define HZ_RECORD_COVER_READER_H

#include "base/linkage.h"
#include "record/covers.h"
#include "stream/reader.h"

HZ_BEGIN_C

/* A file of members. */
struct hz_cover_source {
    const char *path;
    const struct hz_plans *plans;
    enum hz_cover_key key; /* whose column the file must have */
};

/*
 * Adds all covers and settles them. Refunds are no covers, and reversals take covers back. Refused
 * (data): a row that is none, or whose plan is not known, with its place: a join must not lack
 * covers in silence.
 */
HZ_MUST_USE bool hz_covers_read(struct hz_covers *covers, const struct hz_cover_source *source,
                                int threads, struct hz_error *err);

/* Covers where keys rise; the source is used as long as the reader is. */
struct hz_cover_reader;

HZ_MUST_USE bool hz_cover_reader_open(struct hz_cover_reader **reader,
                                      const struct hz_cover_source *source, struct hz_error *err);
void hz_cover_reader_close(struct hz_cover_reader *reader); /* NULL is fine */

/*
 * Replaces the covers by those whose key is `text`, passing over smaller ones, and settles them:
 * for a claim whose key is larger than that of the claims before. Refused (data) as above, and
 * where the keys of the file fall.
 */
HZ_MUST_USE bool hz_covers_advance(struct hz_covers *covers, struct hz_cover_reader *reader,
                                   struct hz_text text, struct hz_error *err);

HZ_END_C

#endif
