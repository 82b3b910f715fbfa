package feewright.drools;

/**
 * What is wrong with a pack: the file (relative to the directory of rules), the line from 1, a stable code, and what to do.
 * Rule files are no customer content: a fault may quote them.
 */
public record PackFault(String file, int line, String code, String whatToDo) {

    @Override
    public String toString() {
        return file + ":" + line + ": " + code + ": " + whatToDo;
    }
}
