package dev.kefu.information.leak;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * The form leak-incident-decide without its classified part.
 *
 * @param sanctions how many persons are to be penalised
 * @param tellCustomers {@code yes} or {@code no}; null when they were told before
 * @param improvements what is to be improved, without names
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record LeakDecision(int sanctions, String tellCustomers, String improvements) {

  boolean asksToTell() {
    return "yes".equals(tellCustomers);
  }
}
