package dev.kefu.complaint.quality;

import java.util.Arrays;

/** A department that may be responsible: its code in the forms of a complaint, its name, and the role that corrects. */
enum Department {
  PURCHASING("purchasing", "Purchasing 採購部", "responsible-department"), PRODUCTION("production", "Production 生產部", "production-department"),
  RD("rd", "Research and development 研發部", "rd-department"), QUALITY("quality", "Quality 質量管理部", "quality-department"),
  LOGISTICS("logistics", "Logistics 物流儲運部", "logistics-department"), SALES("sales", "Sales 銷售部", "sales-manager"),
  MARKETING("marketing", "Marketing 市場部", "marketing-department"), AFTER_SALES("afterSales", "After-sales 售後服務", "after-sales-supervisor"),
  CUSTOMER_SERVICE("customerService", "Customer service 客戶服務部", "customer-service-supervisor"), FINANCE("finance", "Finance 財務部", "finance-clerk");

  private final String code;
  private final String title;
  private final String role;

  Department(String code, String title, String role) {
    this.code = code;
    this.title = title;
    this.role = role;
  }

  static Department of(String code) {
    return Arrays.stream(values()).filter(department -> department.code.equals(code)).findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No department has the code " + code + "."));
  }

  String code() {
    return code;
  }

  String title() {
    return title;
  }

  String role() {
    return role;
  }
}
