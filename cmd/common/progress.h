/* progress.h: rows, rate and share done, on a terminal, when work lasts longer than a second. */

#ifndef HZ_COMMON_PROGRESS_H
#define HZ_COMMON_PROGRESS_H

#include "stream/run.h"

/* Shows the progress at most some times a second, and nothing if stderr is no terminal. */
void hz_progress_show(const struct hz_progress *progress);

/* Takes the line off the terminal again, before anything else is written there. */
void hz_progress_clear(void);

#endif
