use std::time::Instant;

fn main() {
    let path = std::env::args().nth(1).expect("a file");
    let mut seconds: Vec<f64> = Vec::new();
    let mut segments = 0usize;
    for _ in 0..8 {
        let started = Instant::now();
        let bytes = std::fs::read(&path).expect("a file");
        let parsed: Vec<_> = edifact_rs::from_bytes(&bytes)
            .collect::<Result<_, _>>()
            .expect("segments");
        edifact_rs::validate_envelope(&parsed).expect("an envelope");
        segments = parsed.len();
        seconds.push(started.elapsed().as_secs_f64());
    }
    println!("{{\"segments\":{},\"seconds\":{:?}}}", segments, seconds);
}
