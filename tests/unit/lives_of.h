/*
 * lives_of.h: for tests: random lives of memberships, and the rows that an office writes of them,
 * in any order.
 */

#ifndef HZ_TESTS_LIVES_OF_H
#define HZ_TESTS_LIVES_OF_H

#include "base/text.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { HISTORIES = 12000, COVERS = 3, DAYS = 3000, FIRST_YEAR = 2020, MONTHS = 100 };

/* A cover as it was lived; days are numbered from 1 January of the first year. */
struct lived {
    int start, end, ended; /* ended -1: it held to its end */
    long amount, refund;   /* fen */
    int units;
    long mistaken;      /* an amount that was booked first, and taken back; 0: none */
    long deposit, back; /* of the savings type: what was paid in, and given back */
    long undone;        /* a refund that was booked, and taken back; 0: none */
    bool is_swapped;    /* it ended as the seat went to another */
};

struct history {
    int covers;
    struct lived cover[COVERS];
};

static struct history history[HISTORIES];
static int year_of[DAYS], month_of[DAYS], day_of[DAYS]; /* the calendar */
static uint64_t seed = 20260101;

static inline int below(int most)
{
    seed = seed * 6364136223846793005U + 1442695040888963407U;
    return (int)((seed >> 33) % (uint64_t)most);
}

static inline void make_calendar(void)
{
    static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    int year = FIRST_YEAR, month = 1, day = 1;
    for (int d = 0; d < DAYS; d++) {
        year_of[d] = year;
        month_of[d] = month;
        day_of[d] = day;
        const int length = lengths[month - 1] + (month == 2 && year % 4 == 0);
        day = day == length ? 1 : day + 1;
        month = day > 1 ? month : month == 12 ? 1 : month + 1;
        year += day == 1 && month == 1;
    }
}

static inline int number_of(int year, int month, int day)
{
    int d = 0;
    while (year_of[d] != year || month_of[d] != month || day_of[d] != day)
        d++;
    return d;
}

static inline void live(struct lived *cover, int from)
{
    static const int terms[] = {365, 366, 31, 184};
    cover->start = from;
    cover->end = from + terms[below(4)] - 1;
    cover->amount = 1 + below(20000);
    cover->units = 1 + below(3);
    cover->ended = below(3) == 0 ? from + below(cover->end - from) : -1;
    cover->refund = cover->ended >= 0 && below(2) ? 1 + below((int)cover->amount) : 0;
    cover->mistaken = below(5) == 0 ? 1 + below(99999) : 0;
    cover->deposit = below(3) ? 0 : 1 + below(50000);
    cover->back = cover->ended >= 0 ? below((int)cover->deposit + 1) : cover->deposit + below(2);
    cover->back = cover->deposit ? cover->back : 0;
    cover->undone = cover->ended >= 0 && below(4) == 0 ? 1 + below(9999) : 0;
    cover->is_swapped = cover->ended >= 0 && cover->refund == 0 && below(3) == 0;
}

static inline int last_of(const struct lived *cover)
{
    return cover->ended >= 0 ? cover->ended : cover->end;
}

/* Until when its contribution earns. */
static inline int paid_to(const struct lived *cover)
{
    return cover->is_swapped ? cover->end : last_of(cover);
}

static inline void make_histories(void)
{
    make_calendar();
    for (int h = 0; h < HISTORIES; h++) {
        int from = below(700);
        history[h].covers = 1 + below(COVERS);
        for (int c = 0; c < history[h].covers; c++) {
            live(&history[h].cover[c], from);
            from = last_of(&history[h].cover[c]) + 1 + (below(2) ? 0 : below(80));
        }
    }
}

/* ---- What an office writes */

static inline void put_day(struct hz_buffer *out, int day)
{
    hz_buffer_format(out, "%04d-%02d-%02d", year_of[day], month_of[day], day_of[day]);
}

static inline void put_amount(struct hz_buffer *out, long fen)
{
    hz_buffer_format(out, "%s%ld.%02ld,", fen < 0 ? "-" : "", labs(fen) / 100, labs(fen) % 100);
}

/* What a row books beside its cover; a deposit that is given back as it was need not say so. */
struct booked {
    long fen, deposit, back;
    const char *entry;
    bool tells_end;
};

static inline void put_row(struct hz_buffer *out, int h, const struct lived *cover,
                           const struct booked *row)
{
    hz_buffer_format(out, "P%05d,h,61,%d,%s,", h, cover->units, row->entry);
    put_amount(out, row->fen);
    if (row->deposit != 0)
        put_amount(out, row->deposit);
    else
        hz_buffer_char(out, ',');
    if (row->back != row->deposit)
        put_amount(out, row->back);
    else
        hz_buffer_char(out, ',');
    put_day(out, cover->start);
    hz_buffer_char(out, ',');
    put_day(out, cover->end);
    hz_buffer_char(out, ',');
    if (row->tells_end && cover->ended >= 0)
        put_day(out, cover->ended);
    hz_buffer_format(out, ",1980-01-01,%s\n", cover->is_swapped ? "swapped_out" : "");
}

static inline void put_cover(struct hz_buffer *out, int h, const struct lived *cover)
{
    const bool says = below(2);
    const long wrong = cover->mistaken, deposit = cover->deposit ? wrong : 0;
    put_row(
        out, h, cover,
        &(struct booked){cover->amount, cover->deposit, cover->back, says ? "original" : "", true});
    if (cover->refund)
        put_row(out, h, cover, &(struct booked){-cover->refund, 0, 0, says ? "refund" : "", true});
    if (cover->undone) {
        put_row(out, h, cover, &(struct booked){-cover->undone, 0, 0, says ? "refund" : "", true});
        put_row(out, h, cover, &(struct booked){cover->undone, 0, 0, "reversal", true});
    }
    if (wrong == 0)
        return;
    put_row(out, h, cover, &(struct booked){wrong, deposit, deposit, "", says});
    put_row(out, h, cover,
            &(struct booked){-wrong, -deposit, -deposit, says ? "reversal" : "", says});
}

/* Appends the lines of a text in another order. */
static inline void put_shuffled(struct hz_buffer *out, struct hz_buffer *lines)
{
    static const char *line[HISTORIES * COVERS * 6];
    int count = 0;
    hz_buffer_char(lines, '\0');
    for (char *at = lines->at; *at; count++) {
        line[count] = at;
        at = strchr(at, '\n');
        *at++ = '\0';
    }
    for (int i = count - 1; i > 0; i--) {
        const int other = below(i + 1);
        const char *kept = line[i];
        line[i] = line[other];
        line[other] = kept;
    }
    for (int i = 0; i < count; i++)
        hz_buffer_format(out, "%s\n", line[i]);
    hz_buffer_char(out, '\0');
}

/* The rows of all covers that are wanted (NULL: all), shuffled; lines are cut from one text. */
static inline void write_rows(struct hz_buffer *out, bool (*wanted)(const struct lived *cover))
{
    struct hz_buffer lines = {0};
    for (int h = 0; h < HISTORIES; h++)
        for (int c = 0; c < history[h].covers; c++)
            if (!wanted || wanted(&history[h].cover[c]))
                put_cover(&lines, h, &history[h].cover[c]);
    hz_buffer_string(out, "member_id,plan,office,units,entry,contribution,deposit,refund,"
                          "start,end,ended,birth,status\n");
    put_shuffled(out, &lines);
    hz_buffer_free(&lines);
}

/* ---- What is due, as text */

static inline long half_away(int64_t numerator, int64_t denominator)
{
    return numerator < 0 ? -(long)((-2 * numerator + denominator) / (2 * denominator))
                         : (long)((2 * numerator + denominator) / (2 * denominator));
}

static inline void put_fen(struct hz_buffer *out, long fen)
{
    hz_buffer_format(out, ",%s%ld.%02ld", fen < 0 ? "-" : "", labs(fen) / 100, labs(fen) % 100);
}

#endif
