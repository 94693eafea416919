package dev.kefu.survey.agency;

import dev.kefu.reporting.Column;
import dev.kefu.reporting.Grouping;
import dev.kefu.reporting.Period;
import dev.kefu.reporting.Report;
import dev.kefu.reporting.Report.Fact;
import dev.kefu.reporting.Report.Source;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is counted of the register of commissions. */
@Configuration(proxyBeanMethods = false)
class CommissionReports {

  private static final String ALL = "1 = 1";
  private static final String RATED = "c.rating is not null";

  /** Agencies by what they delivered. */
  @Bean
  Report agencyRatingReport() {
    return new Report("agency-rating-report", "Agencies 調研機構評價表",
        "Commissions that were rated, or rejected for good, in the period. Rating 評價: mean of 0 to 100, of those accepted. Days late 逾期: sum of calendar days after the agreed one. 按評價或終止日期統計。",
        Set.of("customer-service-manager"), List.of(Period.Kind.YEAR),
        new Source("survey_commissions c", "c.rated_at is not null", "c.id", "c.case_number", "c.rated_at",
            List.of(new Fact("Agency 機構", "c.agency", UnaryOperator.identity()), new Fact("Survey 調查", "c.survey_title", UnaryOperator.identity()))),
        List.of(Grouping.byText("agency", "Agency 機構", "c.agency"), Grouping.byCode("standing", "Standing 去留", "c.standing", CommissionFacts.STANDINGS)),
        List.of(Column.count("count", "Commissions 委託", ALL), Column.mean("rating", "Rating 評價", "c.rating", RATED), Column.sum("daysLate", "Days late 逾期天數", Column.Kind.QUANTITY, "c.days_late", ALL),
            Column.count("late", "Late 逾期次數", "c.days_late > 0"), Column.sum("penalties", "Penalties 違約金", Column.Kind.MONEY, "coalesce(c.penalty, 0)", ALL),
            Column.sum("fees", "Fees 費用", Column.Kind.MONEY, "c.fee", ALL), Column.count("rejected", "Rejected 不合格", "c.acceptance = 'reject'"), Column.count("dropped", "Dropped 淘汰", "c.standing = 'drop'")));
  }
}
