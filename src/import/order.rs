//! Times that go back: cues out of order are sorted, a second recording in one file is kept apart.

/// For each start time, in the file's order, the number of its recording, from 0. `begins_again` says that the file
/// itself starts over at this place (a second header, numbers from 1 again).
///
/// Times that go back begin a new recording where they go back to about the beginning, or by five minutes, and stay
/// there; else a cue is only out of order.
pub(super) fn recordings(starts: &[i64], begins_again: impl Fn(usize) -> bool) -> Vec<u32> {
    let mut numbers = Vec::with_capacity(starts.len());
    let mut recording = 0u32;
    let mut span: Option<(i64, i64)> = None;
    for (at, &start) in starts.iter().enumerate() {
        if let Some((first, latest)) = span {
            if start < latest && (begins_again(at) || stays_back(starts, at, start, first, latest))
            {
                recording += 1;
                span = Some((start, start));
            } else {
                span = Some((first.min(start), latest.max(start)));
            }
        } else {
            span = Some((start, start));
        }
        numbers.push(recording);
    }
    numbers
}

const FIVE_MINUTES: i64 = 300_000;

fn stays_back(starts: &[i64], at: usize, start: i64, first: i64, latest: i64) -> bool {
    let to_the_beginning = start <= first + (latest - first) / 4;
    let far = latest - start >= FIVE_MINUTES;
    if !(to_the_beginning || far) {
        return false;
    }
    let after = starts.get(at + 1..).unwrap_or(&[]);
    let after = after.get(..after.len().min(3)).unwrap_or(&[]);
    if after.is_empty() {
        return far;
    }
    // back to the very time of the first cue, and on from there: a short recording may outlast the one before
    if start == first && after.first().is_some_and(|&next| next > start) {
        return true;
    }
    let back = after.iter().filter(|&&next| next < latest).count();
    // what follows goes up from here, and most of it lies below what was reached before
    after
        .first()
        .is_some_and(|&next| next >= start && next < latest)
        && back * 2 >= after.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(starts: &[i64]) -> Vec<u32> {
        recordings(starts, |_| false)
    }

    #[test]
    fn cues_out_of_order_stay_in_their_recording() {
        assert_eq!(read(&[1, 9, 5, 12]), [0; 4]);
        assert_eq!(read(&[5, 2, 7]), [0; 3]);
        assert_eq!(read(&[1, 9, 5, 6, 12]), [0; 5]);
        assert_eq!(read(&[5, 2]), [0; 2]);
        assert_eq!(
            read(&[0, 1_200_000, 300_000, 1_205_000]),
            [0; 4],
            "one stray cue"
        );
        assert_eq!(read(&[3, 3, 3]), [0; 3]);
    }

    #[test]
    fn times_that_start_again_begin_a_recording() {
        assert_eq!(read(&[1, 9, 0, 4, 8, 12]), [0, 0, 1, 1, 1, 1]);
        assert_eq!(read(&[4800, 60_000, 5000, 9000, 61_000]), [0, 0, 1, 1, 1]);
        assert_eq!(read(&[0, 2_700_000, 600_000, 610_000]), [0, 0, 1, 1]);
        assert_eq!(read(&[0, 2_700_000, 600_000]), [0, 0, 1]);
        assert_eq!(read(&[0, 3, 0, 3]), [0, 0, 1, 1]);
        assert_eq!(read(&[1, 5, 1, 6, 12]), [0, 0, 1, 1, 1]);
        assert_eq!(
            read(&[0, 5, 9, 0, 5, 9, 0, 5, 9]),
            [0, 0, 0, 1, 1, 1, 2, 2, 2]
        );
        assert_eq!(recordings(&[5, 6, 2, 7], |at| at == 2), [0, 0, 1, 1]);
    }
}
