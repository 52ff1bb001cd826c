# records.awk: random member records, claim records or entries of the books, a record a line (a
# newline within a field is the byte \036): awk -v kind=members -v seed=1 -v rows=1000 -v from=2019 \
# -v years=5 -f records.awk
# What is drawn once is the file's kind: how many groups and persons, which years, how large amounts
# are, which columns it has and in what order, how much of it is quoted or at fault. -v tame=1: no row
# is at fault; -v once=1: no claim has the number of another.

function random(n) { state = state * 16807 % 2147483647; return int(state / 2147483647 * n) }
function chance(p) { return random(1000000) < p * 1000000 }
function one_of(list,    word) { return word[1 + random(split(list, word, " "))] }

# The date of a day, counted from 1 March 1600 (in years of March to February).
function date(day,    era, of_era, year, of_year, month) {
    era = int(day / 146097); of_era = day - era * 146097
    year = int((of_era - int(of_era / 1460) + int(of_era / 36524) - int(of_era / 146096)) / 365)
    of_year = of_era - (365 * year + int(year / 4) - int(year / 100))
    month = int((5 * of_year + 2) / 153)
    return sprintf("%04d-%02d-%02d", 1600 + era * 400 + year + (month > 9),
                   month < 10 ? month + 3 : month - 9, of_year - int((153 * month + 2) / 5) + 1)
}
function amount(    yuan) {
    yuan = chance(.1) ? 0 : 1 + random(largest)
    if (yuan && chance(.7)) yuan = yuan zeros
    return chance(.2) ? yuan : yuan one_of(".00 .00 .5 .05 .99 .37 .50")
}
function filler(n,    text) {
    while (n-- > 0) text = text one_of("工 会 互助 参 \" , x yz 9 ' \036")
    return text
}

# A cell as it stands in the file: at fault, quoted, or plain.
function cell(text,    r, more) {
    if (chance(faults)) {
        r = random(7)
        if (r == 0) text = ""
        else if (r == 1) text = text "x"
        else if (r == 2) text = "-" text
        else if (r == 3) text = "a\036\"b" text
        else if (r == 4) text = "99999999999999999999"
        else if (r == 5) text = " " text " "
        else more = ",more"
    }
    if (text !~ /[",\036]/ && !chance(quoted)) return text more
    gsub(/"/, "\"\"", text)
    return "\"" text "\"" more
}
function emit(    i, line) {
    for (i = 1; i <= columns; i++) line = line (i > 1 ? "," : "") cell(value[column[i]])
    if (chance(faults / 20)) line = ""
    print line
}

function column_list(must, may,    i, j, word, n, swap, head) {
    columns = split(must, column, " ")
    n = split(may, word, " ")
    for (i = 1; i <= n; i++) if (chance(.7)) column[++columns] = word[i]
    for (i = columns; i > 1; i--) { j = 1 + random(i); swap = column[i]; column[i] = column[j]; column[j] = swap }
    for (i = 1; i <= columns; i++) head = head (i > 1 ? "," : "") (column[i] in other && chance(.2) ? other[column[i]] : column[i])
    print head
}

function place(    office) {
    office = random(offices)
    value["plan"] = "" plan[1 + random(plans)]
    value["office"] = sprintf("%02d%02d", 11 + office % 50, int(office / 50))
    value["province"] = substr(value["office"], 1, 2)
    value["unit_name"] = "单位" random(units) (chance(longs) ? filler(random(900)) : "")
}
function member(    start, days, person) {
    person = random(persons)
    place()
    start = first + random(days_of_file)
    days = one_of("364 364 364 365 0 29 179 729 1825 2921") + 0
    value["member"] = "M" (chance(.9) ? ++numbers : random(numbers))
    value["member_id"] = (chance(.01) ? "会员" : "P") person
    value["start"] = date(start); value["end"] = date(start + days)
    value["wait_from"] = chance(.3) ? date(start - random(400)) : ""
    value["ended"] = chance(.1) ? date(start + random(days + 1)) : ""
    value["entry"] = ""
    value["contribution"] = amount(); value["deposit"] = chance(.5) ? amount() : ""
    value["refund"] = ""; if (value["ended"] && value["deposit"] && chance(.5)) value["refund"] = 1
    value["contribution_self"] = chance(.3) ? value["contribution"] : ""
    value["sex"] = one_of("1 2 1 2 1 2 0 9"); value["birth"] = date(start - 6600 - random(16000))
    value["units"] = one_of("1 1 1 1 2 3 10")
    value["enter_type"] = one_of("new renew renew swap gift"); value["status"] = one_of("active expired cancelled swapped_out")
    value["seat_id"] = chance(.1) ? "S" random(50) : ""; value["replaces"] = ""
    value["phone"] = sprintf("138%08d", person)
    emit()
    if (chance(.1)) {
        value["entry"] = chance(.5) ? "" : value["ended"] ? "refund" : "reversal"
        value["contribution"] = "-" value["contribution"]; value["deposit"] = ""
        if (value["contribution_self"] != "") value["contribution_self"] = value["contribution"]
        emit()
    }
}
# The rows of a claim.
function claim(    event, report, day, n, i) {
    place()
    event = first + random(days_of_file); report = event + random(60); day = report
    value["claim"] = "C" (once || chance(.97) ? ++numbers : random(numbers))
    value["member"] = "M" random(persons); value["member_id"] = "P" random(persons)
    value["start"] = date(event - random(365))
    value["event"] = date(event); value["report"] = date(report)
    n = 1 + random(one_of("1 3 3 9")); if (chance(.002)) n = 300
    for (i = 1; i <= n; i++) {
        value["transaction"] = date(day)
        value["paid"] = (chance(.1) ? "-" : "") (i == 1 ? 0 : amount())
        value["case_estimate"] = i == n ? 0 : amount()
        value["status"] = i == 1 ? "reported" : i < n ? one_of("opened approved reopened") : one_of("paid paid closed rejected withdrawn approved")
        value["ex_gratia"] = one_of("0 0 0 0 0 1"); value["service_cost"] = chance(.1) ? amount() : ""
        emit()
        day += random(one_of("1 30 300"))
        if (chance(.02)) event += 200; value["event"] = date(event < report ? event : report)
    }
}
function entry() {
    place()
    value["date"] = date(first + random(days_of_file))
    value["item"] = one_of("donations subsidies development_spent disaster_received disaster_spent 捐赠 补助")
    value["amount"] = (chance(.2) ? "-" : "") amount()
    emit()
}

BEGIN {
    state = 1 + (seed * 7919 + length(kind) * 104729 + 12345) % 2147483646
    for (i = 0; i < 9; i++) random(2)
    plans = split(one_of("hospital hospital|combined|critical|accident|allowance changchun-hospital|women-12|重疾|a-plan-whose-name-is-longer-than-sixteen-bytes|x"), plan, "|")
    offices = one_of("1 12 " (kind == "claims" ? 40 : 2000)); units = one_of("3 40"); longs = one_of("0 0 .02"); persons = 1 + int(rows / one_of("1 2 30"))
    first = 365 * (from - 1600) + int((from - 1600) / 4) - 60; days_of_file = int(365.25 * years)
    if (kind == "claims" && years > 6) { offices = 2; units = 3 }
    largest = one_of("300 300 10000 1000000 2000000000") + 0
    zeros = largest < 2000000000 || chance(.5) ? "" : kind == "claims" ? "0" : "000000" # beyond 64 bits
    quoted = one_of("0 .02 .5"); faults = tame ? 0 : one_of("0 .002 .03")
    other["start"] = "保障起"; other["end"] = "到期日"; other["contribution"] = "会费"; other["paid"] = "给付金额"
    other["unit_name"] = "单位名称"; other["sex"] = "性别"; other["claim"] = "赔案号"; other["event"] = "出险日期"
    if (kind == "members")
        column_list("member member_id plan office start end contribution sex birth deposit unit_name",
                    "province wait_from ended entry refund contribution_self units enter_type status seat_id replaces phone")
    else if (kind == "claims")
        column_list("claim member member_id plan office event report transaction paid case_estimate status unit_name start", "province ex_gratia service_cost")
    else
        column_list("date item amount", "plan office province")
    for (r = 0; r < rows; r++) {
        if (kind == "members") member(); else if (kind == "claims") claim(); else entry()
    }
}
