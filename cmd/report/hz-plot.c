/* hz-plot: a table of the other commands' as a picture, by gnuplot. */

#include "common/command.h"
#include "common/language.h"
#include "common/shared_options.h"
#include "gnuplot.h"
#include "letters.h"
#include "report/plot.h"

#include <strings.h>
#include <sys/ioctl.h>
#include <unistd.h>

static struct {
    const char *terminal, *title, *drawing, *only, *font;
    int64_t width, height;
    bool is_script;
} opt;

static const struct hz_option options[] = {
    HZ_CHOICE('T', "terminal", &opt.terminal, hz_plot_terminal_names,
              "what the picture is (default: by the end of -o's name; terminal on one; else svg)",
              .under = HZ_UNDER_OUTPUT),
    HZ_FLAG('s', "script", &opt.is_script, "print gnuplot's script instead, to be changed by hand",
            .under = HZ_UNDER_OUTPUT),
    HZ_TEXT('d', "draw", &opt.drawing, "NAME",
            "which drawing of this kind of table (default: its first)"),
    HZ_TEXT(0, "only", &opt.only, "COLUMN=VALUE,...", "draw the rows with these values only"),
    HZ_TEXT('t', "title", &opt.title, "TEXT", "the picture's title (default: by the table)"),
    HZ_TEXT(0, "font", &opt.font, "NAME", "the font of letters (default: sans-serif)"),
    HZ_INTEGER(0, "width", &opt.width, "N", 20, 10000, "in pixels; on a terminal, in letters"),
    HZ_INTEGER(0, "height", &opt.height, "N", 5, 10000, "in pixels; on a terminal, in lines"),
    HZ_END,
};

/* By -T, by the end of the output's name, or by what it is. */
static enum hz_plot_terminal choose_terminal(void)
{
    const char *end = hz_shared.output ? strrchr(hz_shared.output, '.') : NULL;
    if (opt.terminal)
        return (enum hz_plot_terminal)hz_choice_index(hz_plot_terminal_names, opt.terminal);
    for (int t = HZ_PLOT_SVG; end && t <= HZ_PLOT_PDF; t++)
        if (strcasecmp(end + 1, hz_plot_terminal_names[t]) == 0)
            return (enum hz_plot_terminal)t;
    return !hz_shared.output && isatty(STDOUT_FILENO) ? HZ_PLOT_TERMINAL : HZ_PLOT_SVG;
}

static struct hz_plot_order make_order(void)
{
    struct hz_plot_order order = {.terminal = choose_terminal(),
                                  .title = opt.title,
                                  .drawing = opt.drawing,
                                  .only = opt.only,
                                  .font = opt.font,
                                  .width = (int)opt.width,
                                  .height = (int)opt.height,
                                  .is_chinese = strcmp(hz_language(), "zh") == 0};
    struct winsize size;
    if (order.terminal >= HZ_PLOT_TERMINAL && !order.width && isatty(STDOUT_FILENO) &&
        ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 20)
        order.width = size.ws_col - 1;
    return order;
}

static bool check_options(enum hz_plot_terminal terminal, struct hz_error *err)
{
    if ((terminal == HZ_PLOT_PNG || terminal == HZ_PLOT_PDF) && !opt.is_script &&
        !hz_shared.output && isatty(STDOUT_FILENO))
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("-T %s is nothing for a terminal: give -o FILE, or a pipe"),
                            hz_plot_terminal_names[terminal]);
    if (hz_shared.manifest && !opt.is_script)
        return hz_error_set(err, HZ_ERROR_USAGE, HZ_NOWHERE,
                            _("--manifest: pictures differ between gnuplot's versions: prove the "
                              "table, or --script"));
    return true;
}

/* Whether letters are drawn here, and there are Chinese ones to draw and no font that has them. */
static void check_font(const struct hz_plot_order *order, const struct hz_buffer *script)
{
    if (order->terminal != HZ_PLOT_PNG && order->terminal != HZ_PLOT_PDF)
        return;
    if (!hz_letters_has_wide((struct hz_text){script->at, script->length}))
        return;
    if (!hz_font_is_there(order->font))
        hz_command_tell(NULL, _("no such font here has Chinese letters, which will be boxes: "
                                "install one, as the package fonts-noto-cjk"));
}

static bool draw(const struct hz_sheet *in, struct hz_output *out, struct hz_error *err)
{
    const struct hz_plot_order order = make_order();
    struct hz_plot_told told;
    struct hz_buffer script = {0}, picture = {0};
    bool done =
        check_options(order.terminal, err) && hz_plot_script(in, &order, &script, &told, err);
    if (done && told.is_unknown)
        hz_command_tell(NULL, _("a table of no known kind: each column of numbers is a line"));
    if (done && !opt.is_script) {
        check_font(&order, &script);
        if (order.terminal >= HZ_PLOT_TERMINAL)
            hz_letters_widen(&script);
        done = hz_gnuplot_draw((struct hz_text){script.at, script.length}, &picture, err);
        if (done && order.terminal >= HZ_PLOT_TERMINAL)
            hz_letters_narrow(&picture);
    }
    const struct hz_buffer *result = opt.is_script ? &script : &picture;
    if (done)
        hz_output_write(out, result->at, result->length);
    hz_buffer_free(&script);
    hz_buffer_free(&picture);
    return done;
}

const struct hz_command hz_command = {
    .name = "hz-plot",
    .summary = "a table as a picture",
    .operands = "[FILE]",
    .options = options,
    .kind = HZ_COMMAND_DRAW,
    .draw = draw,
};
