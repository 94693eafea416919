package dev.kefu.complaint.analysis;

import dev.kefu.engine.RelatedCases;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The analysis that three same complaints led to, and the three themselves. */
@Component
@RequiredArgsConstructor
class AnalysisRelations implements RelatedCases {

  /** Analyses of three same complaints name them in their subject. */
  private static final String NAMED = "a.occasion = 'cluster' and a.subject like concat('%', c.case_number, '%')";

  private final JdbcClient jdbc;

  @Override
  public List<RelatedCase> of(String caseNumber) {
    return jdbc.sql("select a.case_number, 'Analysis of same complaints 相同投訴分析' from complaint_analyses a join complaint_cases c on c.case_number = ? and " + NAMED
            + " union all select c.case_number, 'Same complaint 相同投訴' from complaint_analyses a join complaint_clusters k on a.case_number = ?"
            + " join complaint_cases c on c.id = k.complaint_id and " + NAMED + " order by 1")
        .params(caseNumber, caseNumber).query((row, index) -> new RelatedCase(row.getString(1), row.getString(2))).list();
  }
}
