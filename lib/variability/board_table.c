/* board_table.c: see board_table.h. */

#include "variability/board_table.h"

#include <math.h>

static const struct hz_board_entry *entry_of(const struct hz_board *board, size_t item, size_t n)
{
    return &board->entry[item * board->names + n];
}

/* Whether all forecasters have an item. */
static bool is_common(const struct hz_board *board, size_t item)
{
    bool is = true;
    for (size_t n = 0; n < board->names; n++)
        is &= entry_of(board, item, n)->is_there;
    return is;
}

/* What a board says of a forecaster. */
struct line {
    size_t forecasts, refused, common;
    double error, outcome, crps, log_score;
    struct hz_calibration calibration;
};

/* percentile[] of its forecasts in a group, or (`by` = groups) of all; gives how many. */
static size_t collect(const struct hz_board *board, size_t n, size_t by, double percentile[],
                      struct line *line)
{
    *line = (struct line){0};
    for (size_t i = 0; i < board->items; i++) {
        const struct hz_board_entry *entry = entry_of(board, i, n);
        if (by < board->groups && board->group_of[i] != by)
            continue;
        if (!entry->is_there) {
            line->refused++;
            continue;
        }
        percentile[line->forecasts++] = entry->score.percentile;
        line->error += entry->estimate - entry->outcome;
        line->outcome += entry->outcome;
        if (is_common(board, i)) {
            line->common++;
            const double size = entry->outcome != 0 ? entry->outcome : entry->estimate;
            line->crps += entry->score.crps / fabs(size);
            line->log_score += entry->score.log_score;
        }
    }
    if (line->forecasts > 0)
        hz_calibrate(percentile, line->forecasts, &line->calibration);
    return line->forecasts;
}

static void write_line(const struct hz_board *board, const struct line line[], size_t n, size_t by,
                       struct hz_table *out)
{
    const struct line *l = &line[n];
    const double unknown = (double)NAN;
    size_t rank = 1;
    for (size_t other = 0; other < board->names; other++)
        rank += line[other].crps < l->crps;
    if (board->by)
        hz_table_text(out, by < board->groups ? board->group[by] : hz_text_of("total"));
    hz_table_text(out, board->name[n]);
    hz_table_integer(out, (hz_sum)l->forecasts);
    hz_table_integer(out, (hz_sum)l->refused);
    const double distance[] = {l->calibration.ks, l->calibration.ks_both,
                               l->calibration.ks_critical};
    for (size_t d = 0; d < HZ_COUNT(distance); d++)
        hz_table_ratio(out, l->forecasts > 0 ? distance[d] : unknown, 1);
    hz_table_ratio(out, l->forecasts > 0 ? l->calibration.anderson_darling : unknown, 2);
    for (size_t w = 0; w < HZ_COUNT(l->calibration.within); w++)
        hz_table_ratio(out, l->forecasts > 0 ? 100 * l->calibration.within[w] : unknown, 1);
    hz_table_ratio(out, l->forecasts > 0 ? 100 * l->error / l->outcome : unknown, 2);
    hz_table_integer(out, (hz_sum)l->common);
    hz_table_ratio(out, l->common > 0 ? l->crps / (double)l->common : unknown, 6);
    hz_table_ratio(out, l->common > 0 ? l->log_score / (double)l->common : unknown, 4);
    if (l->common > 0)
        hz_table_integer(out, (hz_sum)rank);
    else
        hz_table_unknown(out);
    hz_table_end_row(out);
}

void hz_board_print(const struct hz_board *board, struct hz_table *out, struct hz_arena *arena)
{
    static const char *const column[] = {"forecasts", "refused",   "ks",        "ks_both",
                                         "critical",  "a2",        "within_50", "within_80",
                                         "within_90", "within_95", "bias",      "common",
                                         "crps",      "log_score", "rank"};
    double *percentile = hz_arena_allocate(arena, board->items, sizeof *percentile);
    struct line *line = hz_arena_allocate(arena, board->names, sizeof *line);
    if (board->by)
        hz_table_column(out, board->by);
    hz_table_column(out, board->heading);
    for (size_t c = 0; c < HZ_COUNT(column); c++)
        hz_table_column(out, column[c]);
    for (size_t by = board->by ? 0 : board->groups; by <= board->groups; by++) {
        for (size_t n = 0; n < board->names; n++)
            collect(board, n, by, percentile, &line[n]);
        for (size_t n = 0; n < board->names; n++)
            write_line(board, line, n, by, out);
    }
}

void hz_board_points(const struct hz_board *board, struct hz_table *out, struct hz_arena *arena)
{
    static const char *const column[] = {"rank", "expected", "percentile"};
    double *percentile = hz_arena_allocate(arena, board->items, sizeof *percentile);
    hz_table_column(out, board->heading);
    for (size_t c = 0; c < HZ_COUNT(column); c++)
        hz_table_column(out, column[c]);
    for (size_t n = 0; n < board->names; n++) {
        struct line line;
        const size_t count = collect(board, n, board->groups, percentile, &line);
        for (size_t i = 0; i < count; i++) {
            hz_table_text(out, board->name[n]);
            hz_table_integer(out, (hz_sum)i + 1);
            hz_table_ratio(out, 100 * (double)(i + 1) / (double)count, 2);
            hz_table_ratio(out, 100 * percentile[i], 2);
            hz_table_end_row(out);
        }
    }
}
