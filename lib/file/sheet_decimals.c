/* sheet_decimals.c: see decimals.h. */

#include "file/sheet_decimals.h"

enum { DECIMALS_MOST = 15 };

static int decimals_of(struct hz_text cell)
{
    struct hz_text number = cell;
    const int zeros = hz_sheet_unit(cell, &number.length);
    size_t at = 0;
    while (at < number.length && number.at[at] != '.')
        at++;
    int decimals = 0;
    while (++at < number.length && hz_digit(number.at[at]) <= 9 && decimals < DECIMALS_MOST)
        decimals++;
    return decimals > zeros ? decimals - zeros : 0;
}

int hz_sheet_decimals(const struct hz_sheet *sheet, int column)
{
    int most = 0;
    for (size_t row = 0; row < sheet->rows; row++) {
        const int decimals = decimals_of(hz_sheet_cell(sheet, row, column));
        if (decimals > most)
            most = decimals;
    }
    return most;
}
