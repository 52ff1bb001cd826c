/* nearest.c: see nearest.h. */

#include "base/nearest.h"

enum { LETTERS = 64 };

size_t hz_nearest_distance(struct hz_text a, struct hz_text b)
{
    size_t row[LETTERS + 1];
    if (a.length > LETTERS || b.length > LETTERS)
        return LETTERS;
    for (size_t j = 0; j <= b.length; j++)
        row[j] = j;
    for (size_t i = 1; i <= a.length; i++) {
        size_t diagonal = row[0];
        row[0] = i;
        for (size_t j = 1; j <= b.length; j++) {
            size_t change = diagonal + (a.at[i - 1] != b.at[j - 1]);
            size_t least = row[j] < row[j - 1] ? row[j] + 1 : row[j - 1] + 1;
            diagonal = row[j];
            row[j] = change < least ? change : least;
        }
    }
    return row[b.length];
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
