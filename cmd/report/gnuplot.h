/* gnuplot.h: runs gnuplot on a script, without a shell and without anybody's settings. */

#ifndef HZ_CMD_GNUPLOT_H
#define HZ_CMD_GNUPLOT_H

#include "base/error.h"
#include "base/text.h"

/*
 * The whole name of a program in the folders of PATH that are named from the root, or false: there
 * is none. hz_gnuplot_is_there: of gnuplot.
 */
bool hz_program_find(const char *name, char path[], size_t size);
bool hz_gnuplot_is_there(void);

/*
 * Appends what gnuplot draws for a script. Refused (system): there is no gnuplot, it fails, or has
 * not ended after a minute.
 */
HZ_MUST_USE bool hz_gnuplot_draw(struct hz_text script, struct hz_buffer *picture,
                                 struct hz_error *err);

/*
 * Whether a font is here that has Chinese letters, the one of this name or (NULL) any; true where
 * there is no fc-list to be asked.
 */
bool hz_font_is_there(const char *name);

#endif
