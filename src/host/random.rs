//! Randomness from the operating system. The only place that asks for it.

use rand::rand_core::UnwrapErr;
use rand::rngs::SysRng;

/// The operating system's generator, behind the traits [`rand::Rng`] and [`rand::CryptoRng`].
pub type SystemRandom = UnwrapErr<SysRng>;

/// A handle to the operating system's generator. Costs nothing to make; each use is a system call.
///
/// The handle panics if the operating system has no randomness to give (a sandbox that forbids the call): a token
/// or id made without it would be worse, and there is no sensible way to go on.
pub fn system() -> SystemRandom {
    UnwrapErr(SysRng)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rand::Rng;

    #[test]
    fn is_usable_as_a_trait_object_and_differs_each_time() {
        let mut random = system();
        let random: &mut dyn Rng = &mut random;
        assert_ne!(random.next_u64(), random.next_u64());
    }
}
