func summaryMarkdown(_ report: Report, _ tables: [ReportTable], _ figures: [Figure]) -> String { "" }
func funderSummaryMarkdown(_ report: Report, _ tables: [ReportTable]) -> String { "" }
