package dev.kefu.erasure.requests;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;

/**
 * What belongs to a customer.
 *
 * @param codes customer numbers
 * @param cases case numbers
 * @param instances process instances of these cases
 */
record Scope(Set<String> codes, Set<String> cases, Set<String> instances) {

  /** Which of them a column holds, by its name; null for another column. */
  Collection<String> in(String column) {
    return switch (column.toLowerCase(Locale.ROOT)) {
      case "customer_code", "respondent" -> codes;
      case "case_number", "business_key_", "complaint_case", "source_case", "complaint_number" -> cases;
      case "process_instance_id", "proc_inst_id_", "process_instance_id_", "root_proc_inst_id_", "root_process_instance_id_", "root_instance_id" -> instances;
      default -> null;
    };
  }
}
