package dev.kefu.complaint;

import java.util.Arrays;
import java.util.Optional;
import lombok.Getter;
import lombok.RequiredArgsConstructor;
import lombok.experimental.Accessors;

/** Departments that may be responsible for what was complained about: their code in forms and tables, the role that acts for them, their name. */
@Getter
@Accessors(fluent = true)
@RequiredArgsConstructor
public enum Department {

  /** Has no post of its own in the handbook. */
  PURCHASING("purchasing", "responsible-department", "Purchasing 採購部"),
  PRODUCTION("production", "production-department", "Production 生產部"),
  RESEARCH("rd", "rd-department", "Research and development 研發部"),
  QUALITY("quality", "quality-department", "Quality 質量管理部"),
  LOGISTICS("logistics", "logistics-department", "Logistics 物流儲運部"),
  SALES("sales", "sales-manager", "Sales 銷售部"),
  MARKETING("marketing", "marketing-department", "Marketing 市場部"),
  AFTER_SALES("afterSales", "after-sales-supervisor", "After-sales 售後服務"),
  CUSTOMER_SERVICE("customerService", "customer-service-supervisor", "Customer service 客戶服務部"),
  CALL_CENTRE("callCentre", "call-center-supervisor", "Call centre 呼叫中心"),
  TECHNICAL_SUPPORT("technicalSupport", "technical-support-manager", "Technical support 技術支持部"),
  COMPLAINTS("complaints", "complaint-supervisor", "Complaints 客戶投訴"),
  FINANCE("finance", "finance-clerk", "Finance 財務部");

  private final String code;
  private final String role;
  private final String title;

  /** The department of a form's or table's code; empty for {@code none}, {@code unclear}, {@code section} and whatever names no single department. */
  public static Optional<Department> ofCode(String code) {
    return Arrays.stream(values()).filter(department -> department.code.equals(code)).findFirst();
  }

  /** The department that a role acts for; empty for a role that acts for none. */
  public static Optional<Department> ofRole(String role) {
    return Arrays.stream(values()).filter(department -> department.role.equals(role)).findFirst();
  }
}
