/* sentence.c: see sentence.h. */

#include "base/sentence.h"

#include <stddef.h>

static const char *(*translator)(const char *sentence);

void hz_sentence_translate_by(const char *(*translate)(const char *sentence))
{
    translator = translate;
}

const char *hz_sentence(const char *sentence)
{
    /* A catalogue keeps its own head under the empty sentence. */
    return translator && *sentence ? translator(sentence) : sentence;
}
