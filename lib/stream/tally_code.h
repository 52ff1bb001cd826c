/*
 * tally_code.h: the short way to the records of a batch's keys: codes of one word.
 *
 * Rows are many, and groups are few: each text or number that a part of the key has had is given a
 * small number, and these numbers side by side are the code. Keys with the same code are the same,
 * byte for byte, for it is no hash. Where a part has had too many texts for that, as members' names
 * would be, there are no codes any more, and a tally does without.
 */

#ifndef HZ_STREAM_TALLY_CODE_H
#define HZ_STREAM_TALLY_CODE_H

#include "base/linkage.h"
#include "base/text.h"

HZ_BEGIN_C

struct hz_tally_codes;

/* Of keys of so many parts, at least one. */
struct hz_tally_codes *hz_tally_codes_new(size_t parts);
void hz_tally_codes_free(struct hz_tally_codes *codes); /* NULL is fine */

/*
 * Puts the numbers of part k, the texts (or whole numbers) of rows row[0 .. count - 1], behind
 * those of the parts before it; codes begin as 0. False: there are no codes any more.
 */
bool hz_tally_code_texts(struct hz_tally_codes *codes, size_t k, const struct hz_text text[],
                         const uint16_t row[], size_t count, uint64_t code[]);
bool hz_tally_code_numbers(struct hz_tally_codes *codes, size_t k, const int64_t value[],
                           const uint16_t row[], size_t count, uint64_t code[]);

/* What each code was given, or NULL; and to give it. */
void hz_tally_code_find(const struct hz_tally_codes *codes, const uint64_t code[], size_t count,
                        void *record[]);
void hz_tally_code_give(struct hz_tally_codes *codes, uint64_t code, void *record);

HZ_END_C

#endif
