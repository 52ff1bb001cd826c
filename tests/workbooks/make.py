"""make.py: writes the workbooks of this folder, by the programs that people have.

    python3 make.py        needs openpyxl, XlsxWriter and soffice (LibreOffice)

roster_openpyxl.xlsx     shared strings; a merged title, a hidden row and a filter, days as days, an
                         identity number typed as a number, a formula that nobody computed
roster_libreoffice.xlsx  the same, opened and saved by LibreOffice, which computes the formula
roster_1904.xlsx         days counted from 1904
wide_xlsxwriter.xlsx     a run-off triangle as people draw it, texts inline; in the second sheet
"""

import datetime
import os
import subprocess

import openpyxl
from openpyxl.utils.datetime import CALENDAR_MAC_1904
import xlsxwriter

HEADER = ['member', 'id_no', 'plan', 'start', 'end', 'contribution']


def roster(path, is_1904):
    book = openpyxl.Workbook()
    if is_1904:
        book.epoch = CALENDAR_MAC_1904
    sheet = book.active
    sheet.title = '名单'
    sheet.merge_cells('A1:F1')
    sheet['A1'] = 'Members of 2022'
    sheet.append(HEADER)
    first, last = datetime.date(2022, 1, 1), datetime.datetime(2022, 12, 31)
    sheet.append(['M1', '440301199001011231', 'hospital', first, last, 99])
    sheet.append(['M2', 440301199001011231, 'hospital', first, last, 99.5])
    sheet.append(['M3', None, 'hospital', first, last, '=99+1'])
    sheet.append(['M4', None, 'hospital', '2022-02-30', last, 99])
    sheet.row_dimensions[3].hidden = True
    sheet.auto_filter.ref = 'A2:F6'
    book.create_sheet('notes').append(['nothing'])
    book.save(path)


def wide(path):
    book = xlsxwriter.Workbook(path, {'constant_memory': True})
    book.add_worksheet('notes').write(0, 0, 'see the next sheet')
    sheet = book.add_worksheet('paid')
    rows = [['origin', 1, 2, 3], [2020, 100, 150, 165], [2021, 110, 170], [2022, 121.5]]
    for r, row in enumerate(rows):
        for c, value in enumerate(row):
            sheet.write(r, c, value)
    book.close()


roster('roster_openpyxl.xlsx', False)
roster('roster_1904.xlsx', True)
wide('wide_xlsxwriter.xlsx')
os.makedirs('saved', exist_ok=True)
subprocess.run(['soffice', '--headless', '--convert-to', 'xlsx', '--outdir', 'saved',
                'roster_openpyxl.xlsx'], check=True)
os.replace('saved/roster_openpyxl.xlsx', 'roster_libreoffice.xlsx')
os.rmdir('saved')
