/* lanes.c: see lanes.h. */

#include "stream/lanes.h"

#include "base/memory.h"

/* A row until it is settled, and then what it prints. */
struct kept_row {
    struct hz_text record;
    uint32_t printed; /* bytes of the lane's output */
    bool is_rejected;
    uint8_t lane;
};

static struct kept_row *kept_rows(const struct hz_reader_part *part)
{
    return (struct kept_row *)(void *)part->kept.at;
}

void hz_lanes_keep(struct hz_reader_part *part, const struct hz_batch *batch, size_t carried)
{
    const uint32_t before = (uint32_t)(part->kept.length / sizeof(struct kept_row));
    if (!part->lane)
        part->lane = hz_allocate(HZ_MAP_LANES, sizeof *part->lane);
    hz_buffer_reserve(&part->kept, batch->rows * sizeof(struct kept_row));
    part->kept.length += batch->rows * sizeof(struct kept_row);
    part->carry.length += batch->rows * carried;
    struct kept_row *kept = kept_rows(part) + before;
    for (size_t r = 0; r < batch->rows; r++) {
        struct hz_buffer *rows = &part->lane[batch->lane[r]].rows;
        const uint32_t number = before + (uint32_t)r;
        kept[r] = (struct kept_row){
            .record = batch->record[r], .is_rejected = batch->rejected[r], .lane = batch->lane[r]};
        hz_buffer_append(rows, &number, sizeof number);
    }
}

static void fill(const struct hz_reader_part *part, const uint32_t number[], size_t carried,
                 struct hz_batch *batch, struct hz_text record[], void *carry[])
{
    const struct kept_row *kept = kept_rows(part);
    for (size_t r = 0; r < batch->rows; r++) {
        record[r] = kept[number[r]].record;
        batch->rejected[r] = kept[number[r]].is_rejected;
        carry[r] = part->carry.at + number[r] * carried;
    }
}

const struct hz_error *hz_lanes_settle(struct hz_reader_part *part, const struct hz_map *map,
                                       size_t lane, uint64_t *before_part)
{
    struct hz_text record[HZ_BATCH_ROWS];
    void *carry[HZ_BATCH_ROWS];
    size_t end[HZ_BATCH_ROWS];
    uint64_t among_all[HZ_BATCH_ROWS];
    struct hz_batch batch = {.part = part, .record = record, .number = among_all};
    const bool is_alone = map->lanes <= 1;
    struct hz_buffer *out = is_alone ? &part->out : &part->lane[lane].out;
    if (is_alone)
        part->codes = 0; /* of the same rows once more */
    else
        batch.end = end;
    const struct hz_buffer *rows = part->lane ? &part->lane[lane].rows : NULL;
    const size_t count = rows ? rows->length / sizeof(uint32_t) : 0;
    for (size_t from = 0; from < count; from += batch.rows) {
        const uint32_t *number = (const uint32_t *)(const void *)rows->at + from;
        batch.rows = count - from < HZ_BATCH_ROWS ? count - from : HZ_BATCH_ROWS;
        fill(part, number, map->carried, &batch, record, carry);
        for (size_t r = 0; r < batch.rows; r++)
            among_all[r] = *before_part + number[r];
        if (is_alone)
            hz_part_begin_findings(part);
        memset(end, 0, batch.rows * sizeof *end);
        size_t before = out->length;
        map->settle(&batch, carry, lane, out, map->state);
        for (size_t r = 0; r < batch.rows && !is_alone; r++) {
            if (end[r] == 0)
                continue;
            kept_rows(part)[number[r]].printed = (uint32_t)(end[r] - before);
            before = end[r];
        }
        const struct hz_error *failed = map->has_failed ? map->has_failed(map->state) : NULL;
        if (failed)
            return failed;
    }
    *before_part += part->kept.length / sizeof(struct kept_row);
    return NULL;
}

void hz_lanes_join(struct hz_reader_part *part, size_t lanes)
{
    const struct kept_row *kept = kept_rows(part);
    const size_t rows = part->kept.length / sizeof *kept;
    size_t from[HZ_MAP_LANES] = {0};
    for (size_t r = 0; r < rows && lanes > 1; r++) {
        const size_t lane = kept[r].lane;
        hz_buffer_append(&part->out, part->lane[lane].out.at + from[lane], kept[r].printed);
        from[lane] += kept[r].printed;
    }
    for (size_t l = 0; part->lane && l < HZ_MAP_LANES; l++)
        part->lane[l].rows.length = part->lane[l].out.length = 0;
    part->kept.length = part->carry.length = 0;
}
