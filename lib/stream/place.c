/* place.c: where a line of a file of records is, for messages: see reader.h. */

#include "stream/reader.h"

struct hz_place hz_reader_place(const struct hz_reader_file *file, uint64_t line)
{
    struct hz_place place = {.file = file->name, .line = line};
    if (file->json && line > 0)
        place.line = hz_json_line(file->json, line);
    if (!file->book)
        return place;
    place.sheet = hz_xlsx_sheet(file->book);
    if (line > 0)
        place.line = hz_xlsx_row(file->book, line);
    return place;
}
