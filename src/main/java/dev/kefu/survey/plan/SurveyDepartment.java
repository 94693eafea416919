package dev.kefu.survey.plan;

import java.util.Arrays;
import java.util.List;
import lombok.Getter;
import lombok.RequiredArgsConstructor;

/** The departments that are asked what they need to know, each with the role that answers; the general management reads the plan. */
@Getter
@RequiredArgsConstructor
enum SurveyDepartment {
  SALES("sales", "sales-manager"),
  MARKETING("marketing", "marketing-department"),
  RESEARCH("researchDevelopment", "rd-department"),
  PRODUCTION("production", "production-department"),
  QUALITY("quality", "quality-department"),
  LOGISTICS("logistics", "logistics-department"),
  FINANCE("finance", "finance-manager"),
  LEGAL("legal", "legal-counsel"),
  HUMAN_RESOURCES("humanResources", "hr-department"),
  CUSTOMER_SERVICE("customerService", "development-supervisor");

  private final String code;
  private final String role;

  /** The roles that are asked. */
  static List<String> roles() {
    return Arrays.stream(values()).map(SurveyDepartment::getRole).toList();
  }

  /** Code of the department for which a role answers. */
  static String codeOf(String role) {
    return Arrays.stream(values()).filter(department -> department.role.equals(role)).findFirst().orElseThrow().code;
  }
}
