use edifact_rs::ValidationContext;

/// judge FILE...: a line for everything edifact-rs has against a file, its name and what it is, with a tab between.
fn main() {
    let context = ValidationContext::builder()
        .with_envelope_validation()
        .with_charset_validation()
        .with_syntax_validation()
        .build();
    for path in std::env::args().skip(1) {
        let bytes = std::fs::read(&path).expect("a file");
        let read = edifact_rs::from_bytes(&bytes).collect::<Result<Vec<_>, _>>();
        match read {
            Err(refusal) => println!("{path}\t{refusal}"),
            Ok(segments) => {
                if segments.is_empty() {
                    println!("{path}\tthere is no segment");
                }
                for issue in context.validate(&segments).iter_issues() {
                    let at = issue.segment_tag.as_deref().unwrap_or("");
                    println!("{path}\t{at} {}", issue.message);
                }
            }
        }
    }
}
