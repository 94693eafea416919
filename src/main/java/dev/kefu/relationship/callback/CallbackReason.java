package dev.kefu.relationship.callback;

import java.util.Arrays;
import java.util.Optional;
import lombok.Getter;
import lombok.RequiredArgsConstructor;

/** Why a customer is called back; callers may have reasons of their own. */
@Getter
@RequiredArgsConstructor
enum CallbackReason {
  FIRST_PURCHASE("firstPurchase", "First purchase 首次購買"),
  REPAIR("repair", "Repair closed 維修結案"),
  TECHNICAL("technical", "Technical case closed 技術支持結案"),
  COMPLAINT("complaint", "Complaint closed 投訴結案"),
  INSTALLATION("installation", "Installation 安裝"),
  CYCLE("cycle", "Regular call-back by grade 按等級定期回訪"),
  REQUEST("request", "Asked for by an employee 員工提出");

  private final String code;
  private final String label;

  static Optional<CallbackReason> of(String code) {
    return Arrays.stream(values()).filter(reason -> reason.code.equals(code)).findFirst();
  }
}
