/*
 * sentence.h: the hook by which sentences for people are said in another language. The library
 * knows no languages and asks no locale: whoever has the sentences gives the function that finds
 * them.
 */

#ifndef HZ_BASE_SENTENCE_H
#define HZ_BASE_SENTENCE_H

#include "base/linkage.h"

HZ_BEGIN_C

/*
 * From now on `translate` is asked for each sentence: it returns the same in its language, with the
 * same % places, or the sentence itself. What it returns must stay. NULL: English, as at the start.
 * Set once, before threads start.
 */
void hz_sentence_translate_by(const char *(*translate)(const char *sentence));

/* A sentence in the language of the program; in the sources it is called _(). Never NULL. */
const char *hz_sentence(const char *sentence) __attribute__((format_arg(1), returns_nonnull));

HZ_END_C

#endif
