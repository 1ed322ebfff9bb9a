"""Opens a CSV in a LibreOffice that listens, filters it by each word, exports it, and prints the milliseconds as JSON.

LibreOffice is spoken to from Python; calc.ts starts both.
"""

import json
import sys
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.sheet import FilterOperator2, TableFilterField2

pipe, source, target, column, *words = sys.argv[1:]
CSV = "Text - txt - csv (StarCalc)"
# Comma, quotes, UTF-8, from the first line, and what is quoted stays text: account IDs begin with zeros.
AS_TEXT = "44,34,76,1,,0,true"


def desktop():
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(600):
        try:
            there = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            return there.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", there)
        except NoConnectException:
            time.sleep(0.1)
    raise SystemExit("LibreOffice did not answer within a minute.")


def timed(work):
    since = time.perf_counter()
    done = work()
    return done, (time.perf_counter() - since) * 1000


def options(**named):
    return tuple(PropertyValue(name, 0, value, 0) for name, value in named.items())


def filtered(area, word):
    descriptor = area.createFilterDescriptor(True)
    descriptor.ContainsHeader = True
    if word:
        field = TableFilterField2()
        field.Field, field.Operator, field.StringValue = int(column), FilterOperator2.CONTAINS, word
        descriptor.setFilterFields2((field,))
    area.filter(descriptor)


office = desktop()
load = options(Hidden=True, FilterName=CSV, FilterOptions=AS_TEXT)
document, opened = timed(lambda: office.loadComponentFromURL(uno.systemPathToFileUrl(source), "_blank", 0, load))
sheet = document.Sheets.getByIndex(0)
cursor = sheet.createCursor()
cursor.gotoEndOfUsedArea(False)
end = cursor.RangeAddress
whole = sheet.getCellRangeByPosition(0, 0, end.EndColumn, end.EndRow)
filters = [timed(lambda: filtered(whole, word))[1] for word in words]
filtered(whole, "")
save = options(FilterName=CSV, FilterOptions=AS_TEXT)
_, exported = timed(lambda: document.storeToURL(uno.systemPathToFileUrl(target), save))
document.close(True)
print(json.dumps({"rows": end.EndRow, "opened": opened, "filters": filters, "exported": exported}))
office.terminate()
