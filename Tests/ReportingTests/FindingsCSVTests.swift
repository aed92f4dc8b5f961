import EvaluationData
import Reporting
import Testing

@Suite struct FindingsCSVTests {
  @Test
  func `findings are sorted by the bytes of their ids, quoted where needed, empty where absent`() {
    let text = findingsCSV(SmallFindings.findings())
    #expect(
      text == """
        id,measure,indicator,source,variable,level,group_by,group,wave,statistic,value,ci_low,\
        ci_high,ci_level,n,base,method,p,p_adjusted,verdict,status,note
        representativeness/members/gender/men/count,representativeness,,members,Gender,\
        "Men | others, ""all"" men",,,,count,,,,,,58,counted,,,,[c],fewer than 5
        representativeness/members/gender/men/gap,representativeness,,members,Gender,\
        "Men | others, ""all"" men",,,,gap,,,,,,58,exact-binomial,,,,[c],fewer than 5
        representativeness/members/gender/men/share,representativeness,,members,Gender,\
        "Men | others, ""all"" men",,,,share,,,,,,58,wilson,,,,[c],fewer than 5
        representativeness/members/gender/men/target-share,representativeness,,members,\
        Gender,"Men | others, ""all"" men",,,,target-share,0.49,,,,,,published,,,,,
        representativeness/members/gender/women/count,representativeness,,members,Gender,Women,,,,\
        count,41,,,,58,58,counted,,,,,
        representativeness/members/gender/women/gap,representativeness,,members,Gender,Women,,,,\
        gap,0.196896552,0.069684651,0.298571982,0.95,58,58,exact-binomial,0.00291,0.00291,clear,,
        representativeness/members/gender/women/share,representativeness,,members,Gender,Women,,,,\
        share,0.706896552,0.579684651,0.808571982,0.95,58,58,wilson,,,,,
        representativeness/members/gender/women/target-share,representativeness,,members,Gender,\
        Women,,,,target-share,0.51,,,,,,published,,,,,

        """)
  }

  @Test func `an id with a slash sorts before one with a letter`() {
    // By bytes "-" (2D) comes before "/" (2F), and "/" before letters.
    let names = ["ab", "a-b", "a"].map { name in
      Finding(
        .cost, source: Named(name), statistic: .count, method: .counted, value: 1)
    }
    let ids = findingsCSV(names).split(separator: "\n").dropFirst().map {
      String($0.prefix { $0 != "," })
    }
    #expect(ids == ["cost/a-b/all/count", "cost/a/all/count", "cost/ab/all/count"])
  }

  @Test func `group, wave and indicator are written as labels`() {
    let finding = Finding(
      .outcomes, source: Named("forms", label: "Forms"),
      indicator: Named("i", label: "An, indicator"),
      groupBy: Named("site", label: "Site"), group: Named("nm", label: "North Mersey"),
      wave: Named("fu", label: "Follow-up"), statistic: .mean, method: .tInterval, value: nil,
      note: "two\nlines")
    let row = findingsCSV([finding]).split(separator: "\n", maxSplits: 1)[1]
    #expect(
      row == """
        outcomes/forms/i/site=nm/fu/mean,outcomes,"An, indicator",forms,,,Site,North Mersey,\
        Follow-up,mean,,,,,,,t-interval,,,,[x],"two
        lines"

        """)
  }
}
