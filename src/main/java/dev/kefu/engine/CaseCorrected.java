package dev.kefu.engine;

/**
 * What an earlier form of a running case said was corrected; published inside the engine's transaction, after the form's variable was
 * written, so that a register follows with it or not at all. What rules and gateways decided before stays decided.
 *
 * @param processKey process id of the instance in which the form was handed in
 * @param processInstanceId that instance
 * @param caseNumber for example {@code HLP-2026-000001}
 * @param root name of the form's variable, for example {@code need}
 * @param activityId the step's element id
 * @param corrector user id
 */
public record CaseCorrected(String processKey, String processInstanceId, String caseNumber, String root, String activityId, String corrector) {
}
