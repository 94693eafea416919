package dev.kefu.deadline.clocks;

import dev.kefu.engine.CaseAccess;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Says what a clock is about with the words of its process's picture. */
@Component
@RequiredArgsConstructor
class ClockWords {

  private static final String DATE = "date:";
  private static final String END = "end:";

  private final CaseAccess access;

  /** The step's name. */
  String step(TaskClock row) {
    return row.isWholeCase() ? "Whole case 整個案件" : name(row, id -> ClockKeeper.stepOf(id).equals(row.step())).orElse(row.step());
  }

  /** What the time is counted from, or towards. */
  String countedFrom(TaskClock row) {
    String anchor = row.anchor() == null ? "" : row.anchor();
    if (anchor.startsWith(END)) {
      String element = anchor.substring(END.length());
      return "After 完成後: " + name(row, element::equals).orElse(ClockKeeper.stepOf(element));
    }
    if (anchor.startsWith(DATE)) {
      return "Date in the form 表單所填日期";
    }
    return switch (anchor) {
      case "endOfDay" -> "End of the day 當日";
      case "endOfMonth" -> "End of the month 月末";
      case "endOfQuarter" -> "End of the quarter 季末";
      case "endOfYear" -> "End of the year 年末";
      default -> row.isWholeCase() || anchor.equals("caseStarted") ? "Case began 案件開始" : "Step began 步驟開始";
    };
  }

  private Optional<String> name(TaskClock row, Predicate<String> id) {
    return access.elementNames(row.processInstanceId()).entrySet().stream().filter(element -> id.test(element.getKey())).map(Map.Entry::getValue).findFirst();
  }
}
