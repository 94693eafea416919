package dev.kefu.governance.expense;

import dev.kefu.budget.Category;
import dev.kefu.budget.Money;
import dev.kefu.budget.MonthBudget;
import dev.kefu.organisation.Role;
import dev.kefu.organisation.RoleDirectory;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Writes down a claim for those who check, approve and audit it. */
@Component
@RequiredArgsConstructor
class ClaimFacts {

  private static final int MOST_CHARACTERS = 4000;
  private static final String REST = "\n\n… more in the claim's form 餘見報銷單";

  private final RoleDirectory roles;

  /**
   * Returns readable lines, English 中文.
   *
   * @param approvalFound whether the approval that the claim refers to stands in Kefu
   * @param sameReceipts other claims that bring one of the receipts
   */
  String text(ExpenseClaim claim, MonthBudget budget, boolean approvalFound, List<String> sameReceipts) {
    List<String> parts = new ArrayList<>();
    parts.add("**Claimant 報銷人:** " + claim.getClaimant() + ", " + roles.find(claim.getClaimantRole()).map(Role::label).orElse(claim.getClaimantRole()));
    parts.add("**Category 類別:** " + claim.getCategory().label() + " · **Total 合計:** " + Money.text(claim.getTotal()));
    parts.add("**First day of spending 最早支出日期:** " + claim.getSpentOn() + " · **Days to the claim 距報銷天數:** "
        + claim.getSpentOn().until(claim.getClaimedOn(), ChronoUnit.DAYS));
    parts.add("**Approved before 事前批準:** " + approval(claim, approvalFound));
    parts.add("**Lines 明細:**\n" + String.join("\n", IntStream.range(0, claim.getLines().size()).mapToObj(index -> line(index + 1, claim.getLines().get(index))).toList()));
    if (!sameReceipts.isEmpty()) {
      parts.add("**Receipt numbers also claimed in 單據號亦見於:** " + String.join(", ", sameReceipts));
    }
    parts.add("**Budget of the section 部門預算 " + budget.month() + ":** " + Money.text(budget.amount()) + " · used 已用 " + Money.text(budget.used()) + " · reserved 已預留 "
        + Money.text(budget.reserved()) + " · **left before this claim 本單前餘額 " + Money.text(budget.left()) + "**"
        + (budget.isExceededBy(claim.getTotal()) ? " · **above the budget by 超出 " + Money.text(claim.getTotal().subtract(budget.left())) + "**" : ""));
    if (claim.getOverReason() != null && !claim.getOverReason().isBlank()) {
      parts.add("**Reason for excess 超支說明:** " + claim.getOverReason());
    }
    parts.add("**Rule 審批依據:** " + claim.getGrounds());
    String text = String.join("\n\n", parts);
    return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS - REST.length()) + REST;
  }

  private static String approval(ExpenseClaim claim, boolean approvalFound) {
    if (claim.getPreApprovalNo() != null) {
      return claim.getPreApprovalNo() + (approvalFound ? " (approved in Kefu 系統內已審批)" : " (no approval found in Kefu: check the paper 系統內無此審批,請核對原件)");
    }
    return claim.getOralApprover() == null ? "no 無" : "by word of mouth 口頭批準: " + claim.getOralApprover();
  }

  private static String line(int number, ExpenseLine line) {
    return number + ". " + line.getSpentOn() + " · " + line.getPurpose() + " · " + line.getPlace() + " · " + Money.text(line.getAmount()) + " · no. 單據號 "
        + line.getReceiptNo() + (line.isPurchase() ? " · purchase 採購" : "");
  }
}
