/*
 * spans.h: the first and last days of periods, for rows by the million: those that were asked for
 * lately are kept.
 */

#ifndef HZ_RECORD_SPANS_H
#define HZ_RECORD_SPANS_H

#include "base/date.h"
#include "base/linkage.h"

#include <string.h>

HZ_BEGIN_C

/* A period's place is its number's last digits in binary. */
enum { HZ_SPANS = 64 };
struct hz_span {
    hz_period period;
    hz_date first, last; /* 0 and 0: none yet */
};
struct hz_spans {
    enum hz_grain grain;
    int shift; /* as hz_fiscal_of has it */
    struct hz_span span[HZ_SPANS];
};

static inline void hz_spans_begin(struct hz_spans *spans, enum hz_grain grain, int shift)
{
    spans->grain = grain;
    spans->shift = shift;
    memset(spans->span, 0, sizeof spans->span);
}

static inline struct hz_span hz_spans_at(struct hz_spans *spans, hz_period period)
{
    struct hz_span *span = &spans->span[(unsigned)period % HZ_SPANS];
    if (span->period != period || span->first == span->last)
        *span = (struct hz_span){period, hz_fiscal_first(period, spans->grain, spans->shift),
                                 hz_fiscal_last(period, spans->grain, spans->shift)};
    return *span;
}

HZ_END_C

#endif
