/* table_form.c: see table_form.h. */

#include "file/table_form.h"

void hz_table_write_line(struct hz_table *table)
{
    hz_buffer_char(&table->line, '\n');
    hz_output_write(table->output, table->line.at, table->line.length);
    table->line.length = 0;
}

void hz_table_append_plain(struct hz_buffer *line, struct hz_text text)
{
    hz_buffer_text(line, text);
    for (char *c = line->at + line->length - text.length; c < line->at + line->length; c++)
        if ((unsigned char)*c < 0x20 || *c == 0x7F)
            *c = ' ';
}
