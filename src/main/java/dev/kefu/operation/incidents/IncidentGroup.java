package dev.kefu.operation.incidents;

import java.time.Instant;
import java.util.List;

/**
 * Steps that stand still for one reason: the same step of the same process, with the same message but for numbers.
 *
 * @param id names the group as long as it has members
 * @param kind kind of fault
 * @param title what people call the kind
 * @param advice what to do
 * @param process process id
 * @param step id of the step in the model
 * @param message what the step said, without personal data
 * @param count how many
 * @param first when the first one failed
 * @param last when the last one failed
 * @param cases numbers of the cases, 20 at most; an instance without a number by its id
 */
record IncidentGroup(String id, IncidentKind kind, String title, String advice, String process, String step, String message, int count, Instant first, Instant last,
                     List<String> cases) {
}
