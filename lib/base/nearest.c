/* nearest.c: see nearest.h. */

#include "base/nearest.h"

enum { LETTERS = 64 };

static size_t least_of(size_t a, size_t b)
{
    return a < b ? a : b;
}

size_t hz_nearest_distance(struct hz_text a, struct hz_text b)
{
    size_t rows[3][LETTERS + 1]; /* of the last letters of a: row i is rows[i % 3] */
    if (a.length > LETTERS || b.length > LETTERS)
        return LETTERS;
    for (size_t i = 0; i <= a.length; i++) {
        size_t *row = rows[i % 3];
        const size_t *before = rows[(i + 2) % 3], *swapped = rows[(i + 1) % 3];
        for (size_t j = 0; j <= b.length; j++) {
            row[j] = i + j;
            if (i == 0 || j == 0)
                continue;
            const size_t change = before[j - 1] + (a.at[i - 1] != b.at[j - 1]);
            row[j] = least_of(change, least_of(row[j - 1], before[j]) + 1);
            if (i > 1 && j > 1 && a.at[i - 1] == b.at[j - 2] && a.at[i - 2] == b.at[j - 1])
                row[j] = least_of(row[j], swapped[j - 2] + 1);
        }
    }
    return rows[a.length % 3][b.length];
}

const char *hz_nearest(struct hz_text text, const char *const names[])
{
    const char *nearest = NULL;
    size_t least = text.length / 2 + 1;
    for (; *names; names++) {
        size_t far = hz_nearest_distance(text, hz_text_of(*names));
        if (far < least) {
            least = far;
            nearest = *names;
        }
    }
    return nearest;
}
