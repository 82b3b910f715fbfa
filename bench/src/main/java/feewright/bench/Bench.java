package feewright.bench;

/** Runs the benchmarks. A placeholder until the first one is written. */
final class Bench {

    private Bench() {}

    public static void main(String[] arguments) {
        System.out.println("There is no benchmark yet.");
    }
}
